package dev.lakelight.maven;

import dev.lakelight.databricks.DatabricksCleanUp;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.File;
import java.time.Duration;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Removes from a Databricks workspace what your expired runs have left: catalogs, files, Git folders and notebooks of runs that were
 * interrupted or kept. What has not expired is left alone. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "clean-remote", requiresProject = false, threadSafe = true)
public final class CleanRemoteMojo extends AbstractMojo {

    /**
     * The profile of the configuration file to log in with.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_PROFILE)
    private @Nullable String databricksProfile;

    /**
     * The file with profiles, when it is not {@code ~/.databrickscfg}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_CONFIG_FILE)
    private @Nullable File databricksConfigFile;

    /**
     * What catalogs are dropped on.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_CLUSTER, defaultValue = "serverless")
    private String databricksCluster;

    /**
     * The folder of the workspace below which the runs had theirs.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_FOLDER)
    private @Nullable String databricksFolder;

    /**
     * The volume, or folder in one, that the files of tests were put into.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_FILES)
    private @Nullable String databricksFiles;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            int runs = DatabricksCleanUp.run(
                    parameters().settings(Duration.ofMinutes(1), false, "clean-remote"), getLog()::info);
            getLog().info("Expired runs that were removed: " + runs);
        } catch (UserError | EnvironmentError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The clean-up was interrupted", e);
        }
    }

    private DatabricksParameters parameters() {
        return new DatabricksParameters(
                databricksProfile,
                databricksConfigFile == null ? null : databricksConfigFile.toPath(),
                databricksCluster,
                databricksFolder,
                databricksFiles,
                null,
                null,
                null,
                null,
                1,
                "24h",
                "python");
    }
}
