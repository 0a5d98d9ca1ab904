package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.suite.SuiteRequestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts together the JVM that runs the suite of a project. */
final class SuiteJvmPreparation {

    private final ProjectFacts project;
    private final SuiteParameters parameters;
    private final JUnitLauncher launcher;

    SuiteJvmPreparation(ProjectFacts project, SuiteParameters parameters, JUnitLauncher launcher) {
        this.project = project;
        this.parameters = parameters;
        this.launcher = launcher;
    }

    /**
     * Check what it needs and write its request.
     *
     * @throws EnvironmentError when something is missing
     */
    SuiteJvm prepare(SuiteFiles files, Consumer<String> log) {
        TestClassPath testClassPath = TestClassPath.of(project.testClassPath());
        SuiteRequirements.check(testClassPath, project);
        TestClassPath classPath = launcher.addTo(testClassPath, project);
        SuiteRequestFile.write(new SuiteRequests(project, parameters).request(files), files.request());

        return new SuiteJvm(
                classPath.entries(),
                jvmOptions(files),
                parameters.environment(),
                project.baseDirectory(),
                parameters.timeout());
    }

    private List<String> jvmOptions(SuiteFiles files) {
        List<String> options = new ArrayList<>();
        options.add("-XX:ErrorFile=" + files.directory().resolve("suite-jvm-crash-%p.log"));
        options.addAll(parameters.jvmOptions());
        return options;
    }
}
