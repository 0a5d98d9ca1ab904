package dev.lakelight.benchmark.process;

import dev.lakelight.benchmark.measure.Workbench;
import dev.lakelight.launch.ArchivePolicy;
import dev.lakelight.launch.LaunchProfile;
import dev.lakelight.launch.LaunchRequest;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.spark.launcher.JavaModuleOptions;

/** How JVMs with the class path of this one are started: as the Maven plugin does for tests, and as plain Spark wants it. */
public final class SuiteJvms {

    private final LaunchProfile profile;
    private final boolean madeNow;
    private final double seconds;

    private SuiteJvms(LaunchProfile profile, boolean madeNow, double seconds) {
        this.profile = profile;
        this.madeNow = madeNow;
        this.seconds = seconds;
    }

    /**
     * Make the launch profile of this class path, with its class data archive; one that an earlier benchmark has made is used.
     *
     * @throws EnvironmentError when this JDK makes no archive
     */
    public static SuiteJvms prepare(Workbench workbench) {
        Instant begin = Instant.now();
        Path directory = workbench.directory().resolve("profile");
        LaunchProfile profile = LaunchProfile.prepare(
                new LaunchRequest(
                        Path.of(System.getProperty("java.home")),
                        RuntimeClassPath.ofThisJvm(),
                        directory,
                        new ArchivePolicy(ArchivePolicy.When.NOW, directory.resolve("archives"))),
                workbench.log());
        Path archive = profile.archive().orElseThrow(() -> noArchive(directory));
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        return new SuiteJvms(profile, lastChanged(archive).isAfter(begin), seconds);
    }

    private static EnvironmentError noArchive(Path directory) {
        return new EnvironmentError("There is no class data archive, so its worth cannot be measured."
                + " Why is said above, or in " + directory.resolve("training.log"));
    }

    private static Instant lastChanged(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the time of " + file, e);
        }
    }

    /** Return what tests get once there is an archive. */
    public JvmSetup withArchive() {
        return new JvmSetup(profile.jvmOptionsWithArchive(), profile.classPath());
    }

    /** Return what tests get in the first build of a class path. */
    public JvmSetup withoutArchive() {
        return new JvmSetup(profile.jvmOptions(), profile.classPath());
    }

    /** Return a JVM that nobody has tuned: with what Spark cannot do without, and no more. */
    public JvmSetup untuned() {
        return new JvmSetup(List.of(JavaModuleOptions.defaultModuleOptionArray()), profile.classPath());
    }

    /** Return a sentence that tells what the archive cost, which is no part of any run. */
    public String cost() {
        if (!madeNow) {
            return "The archive had been made by an earlier benchmark; `mvn clean` makes the next one tell what that costs.";
        }

        return String.format(
                Locale.ROOT, "Making the archive took %.1f s, which is no part of these figures.", seconds);
    }
}
