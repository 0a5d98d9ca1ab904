package dev.lakelight.maven;

import dev.lakelight.launch.ArchivePolicy;
import dev.lakelight.launch.LaunchProfile;
import dev.lakelight.launch.LaunchRequest;
import dev.lakelight.problem.EnvironmentError;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The launch profile of a module's test JVMs. It is made once in a build, by the goal that comes first, because making an
 * archive depends on how often a class path was seen.
 */
final class TestJvmProfile {

    private static final String KEY = LaunchProfile.class.getName();

    private final Map<String, Object> shared;
    private final Consumer<String> log;

    /**
     * Create it.
     *
     * @param shared what the goals of this plugin share in a module, or null where Maven has nothing like that
     * @param log told what takes time
     */
    TestJvmProfile(@Nullable Map<String, Object> shared, Consumer<String> log) {
        this.shared = shared == null ? new HashMap<>() : shared;
        this.log = log;
    }

    /**
     * Return the profile.
     *
     * @throws EnvironmentError when Spark cannot be asked for its options
     */
    LaunchProfile of(TestClassPath classPath, SuiteFiles files, ArchivePolicy archives) {
        if (shared.get(KEY) instanceof LaunchProfile made) {
            return made;
        }

        LaunchProfile profile = make(new LaunchRequest(
                Path.of(System.getProperty("java.home")), classPath.entries(), files.launch(), archives));
        shared.put(KEY, profile);
        return profile;
    }

    private LaunchProfile make(LaunchRequest request) {
        try {
            return LaunchProfile.prepare(request, log);
        } catch (UncheckedIOException e) {
            throw new EnvironmentError("Cannot make the launch profile of the test JVMs: " + e.getMessage(), e);
        }
    }
}
