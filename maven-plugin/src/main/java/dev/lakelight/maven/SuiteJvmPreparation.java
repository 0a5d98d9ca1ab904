package dev.lakelight.maven;

import dev.lakelight.launch.LaunchProfile;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.suite.SuiteRequestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together the JVM that runs the suite of a project. */
final class SuiteJvmPreparation {

    private final ProjectFacts project;
    private final SuiteParameters parameters;
    private final JUnitLauncher launcher;
    private final Function<TestClassPath, LaunchProfile> profiles;

    SuiteJvmPreparation(
            ProjectFacts project,
            SuiteParameters parameters,
            JUnitLauncher launcher,
            Function<TestClassPath, LaunchProfile> profiles) {
        this.project = project;
        this.parameters = parameters;
        this.launcher = launcher;
        this.profiles = profiles;
    }

    /**
     * Check what it needs and write its request.
     *
     * @throws EnvironmentError when something is missing
     * @throws UserError when what the user typed does not fit the project
     */
    SuiteJvm prepare(SuiteFiles files) {
        TestClassPath classPath = TestClassPath.of(project.testClassPath());
        SuiteRequirements.check(classPath, project);
        Optional<Path> launcherJar = launcher.missingFrom(classPath, project);
        SuiteRequestFile.write(new SuiteRequests(project, parameters).request(files), files.request());

        LaunchProfile profile = profiles.apply(classPath);
        return new SuiteJvm(
                Stream.concat(profile.classPath().stream(), launcherJar.stream())
                        .toList(),
                jvmOptions(profile, files),
                parameters.environment(),
                project.baseDirectory(),
                parameters.timeout());
    }

    private List<String> jvmOptions(LaunchProfile profile, SuiteFiles files) {
        List<String> options = new ArrayList<>(profile.jvmOptionsWithArchive());
        options.add("-XX:ErrorFile=" + files.directory().resolve("suite-jvm-crash-%p.log"));
        options.addAll(parameters.jvmOptions());
        return options;
    }
}
