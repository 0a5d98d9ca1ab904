package dev.lakelight.maven;

import dev.lakelight.launch.ClassPathAgent;
import dev.lakelight.launch.LaunchProfile;
import dev.lakelight.launch.StartupOptions;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Hands the launch profile to surefire and failsafe, by putting it before what the property {@code argLine} holds: the
 * module options that Spark needs, and what makes a short-lived JVM start fast. Where there is a class data archive, it also
 * sets the property {@code surefire.useManifestOnlyJar} to false, because an archive fits no class path in a temporary jar; a
 * project that sets it to true goes without. The options without the archive are written to {@code lakelight/jvm-options} in the
 * build directory, for the run configurations of an IDE: {@code @target/lakelight/jvm-options}.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "prepare",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class PrepareMojo extends TestJvmMojo {

    /**
     * The property that receives the profile. Surefire and failsafe read {@code argLine} by themselves; another one must
     * be named in their configuration, as in {@code <argLine>@{my.argLine}</argLine>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.PROPERTY_NAME, defaultValue = "argLine")
    private String propertyName;

    @Override
    public void execute() throws MojoExecutionException {
        List<String> reasons = reasonsToSkipPreparation();
        Properties properties = project().getProperties();
        String existing = properties.getProperty(propertyName, "");
        // Always set: surefire cannot start a JVM with the placeholder of a property that nobody defines.
        properties.setProperty(propertyName, existing);

        if (!reasons.isEmpty()) {
            getLog().info("No launch profile: " + String.join(", ", reasons));
            return;
        }
        try {
            List<String> options = options();
            properties.setProperty(propertyName, ArgLine.prepend(options, existing));
            getLog().info("Launch profile: %d JVM options put before those of %s; in an IDE use the VM option @%s"
                    .formatted(options.size(), propertyName, suiteFiles().jvmOptions()));
            getLog().debug(propertyName + " is now " + properties.getProperty(propertyName));
        } catch (EnvironmentError e) {
            getLog().warn("No launch profile, so test JVMs start without it: " + e.getMessage());
        } catch (UserError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private List<String> options() {
        TestClassPath classPath = TestClassPath.of(projectFacts().testClassPath());
        LaunchProfile profile = launchProfile(classPath);
        profile.writeJvmOptions(suiteFiles().jvmOptions());
        List<String> options = new ArrayList<>(profile.jvmOptions());
        profile.archive().ifPresent(archive -> options.add("-D" + StartupOptions.ARCHIVE_PROPERTY + "=" + archive));
        archiveArgument(profile, classPath).ifPresent(options::add);
        return options;
    }

    private Optional<String> archiveArgument(LaunchProfile profile, TestClassPath classPath) {
        Optional<String> obstacle = new SurefireClassPath(project(), session().getUserProperties()).obstacle();
        Optional<Path> agent = classPath.jarOf(ClassPathAgent.class);
        if (profile.archive().isEmpty() || obstacle.isPresent() || agent.isEmpty()) {
            obstacle.ifPresent(
                    reason -> getLog().info("Surefire's JVM does without the class data archive: " + reason));
            return Optional.empty();
        }
        project().getProperties().setProperty(SurefireClassPath.MANIFEST_JAR, "false");
        return profile.argumentForTestRunner(agent.get(), suiteFiles().testJvmArguments());
    }
}
