package dev.lakelight.maven;

import dev.lakelight.launch.ArchivePolicy;
import dev.lakelight.launch.LaunchProfile;
import java.io.File;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals are told that start test JVMs. */
abstract class TestJvmMojo extends LakelightMojo {

    /**
     * When a class data archive is made, which lets test JVMs start faster: {@code auto} when a class path is used by a
     * second build, {@code now} by the first one, {@code off} never.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CDS, defaultValue = "auto")
    private String cds;

    /**
     * Where class data archives are kept. A folder outside of the build directory outlives {@code mvn clean}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CDS_DIRECTORY, defaultValue = "${project.build.directory}/lakelight/cds")
    private File cdsDirectory;

    /**
     * Return how the test JVMs of the module start.
     *
     * @throws dev.lakelight.problem.EnvironmentError when Spark cannot be asked for its options
     * @throws dev.lakelight.problem.UserError when it cannot be said when to make an archive
     */
    final LaunchProfile launchProfile(TestClassPath classPath) {
        ArchivePolicy archives = new ArchivePolicy(ArchivePolicy.When.of(cds), cdsDirectory.toPath());
        return new TestJvmProfile(sharedInModule(), getLog()::info).of(classPath, suiteFiles(), archives);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<String, Object> sharedInModule() {
        return getPluginContext();
    }
}
