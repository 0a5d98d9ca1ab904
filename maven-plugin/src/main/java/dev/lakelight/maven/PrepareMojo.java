package dev.lakelight.maven;

import dev.lakelight.launch.LaunchProfile;
import dev.lakelight.launch.StartupOptions;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Hands the launch profile to surefire and failsafe, by putting it before what the property {@code argLine} holds: the
 * module options that Spark needs, and what makes a short-lived JVM start fast.
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
            getLog().info("Launch profile: %d JVM options put before those of %s"
                    .formatted(options.size(), propertyName));
            getLog().debug(propertyName + " is now " + properties.getProperty(propertyName));
        } catch (EnvironmentError e) {
            getLog().warn("No launch profile, so test JVMs start without it: " + e.getMessage());
        } catch (UserError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private List<String> options() {
        LaunchProfile profile = launchProfile(TestClassPath.of(projectFacts().testClassPath()));
        List<String> options = new ArrayList<>(profile.jvmOptions());
        profile.archive().ifPresent(archive -> options.add("-D" + StartupOptions.ARCHIVE_PROPERTY + "=" + archive));
        return options;
    }
}
