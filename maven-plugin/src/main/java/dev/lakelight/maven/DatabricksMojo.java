package dev.lakelight.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What the goals are told that use a Databricks workspace. How to log in is looked for by Databricks' own SDK: in the environment, in
 * {@code ~/.databrickscfg}, and for what a cloud or a build server offers. There is no parameter for a token.
 */
abstract class DatabricksMojo extends TestJvmMojo {

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
     * What the suite runs on: {@code serverless}, the id of a cluster, or the description of a job cluster as JSON, as the
     * Jobs API has it under {@code new_cluster}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_CLUSTER, defaultValue = "serverless")
    private String databricksCluster;

    /**
     * The folder of the workspace below which each run has its own; {@code /Users/<you>/.lakelight} when nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_FOLDER)
    private @Nullable String databricksFolder;

    /**
     * A volume, or a folder in one, for the files of tests: {@code /Volumes/main/ci/lakelight}. Tests with files are skipped
     * without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_FILES)
    private @Nullable String databricksFiles;

    /**
     * The address of the repository for the Git folder, when it is not that of the remote {@code origin}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_GIT_URL)
    private @Nullable String databricksGitUrl;

    /**
     * Who hosts the repository, in the words of the Repos API: {@code gitHub}, {@code gitLab}, {@code azureDevOpsServices},
     * {@code bitbucketCloud}. Known for the usual hosts.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_GIT_PROVIDER)
    private @Nullable String databricksGitProvider;

    /**
     * The id or the name of a job in the workspace. Its tasks are run as the tests, instead of those of the project.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_JOB)
    private @Nullable String databricksJob;

    /**
     * The Git folder from which the tasks of {@code lakelight.databricks.job} take their notebooks; it is put on the tested
     * branch. Without it a copy of the job takes them from the repository, at the tested commit.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_GIT_FOLDER)
    private @Nullable String databricksGitFolder;

    /**
     * How many tests may run at a time.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_PARALLEL, defaultValue = "4")
    private int databricksParallel;

    /**
     * How long what a run has made may be needed, such as {@code 24h}. The goal {@code clean-remote} removes what is older.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_RETENTION, defaultValue = "24h")
    private String databricksRetention;

    /**
     * The language of the one line that hands results back, which SQL does not have: {@code python}, {@code scala},
     * or {@code java} on a workspace of this machine, which runs notebooks in Java, too.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABRICKS_EXIT_LANGUAGE, defaultValue = "python")
    private String databricksExitLanguage;

    final DatabricksParameters databricksParameters() {
        return new DatabricksParameters(
                databricksProfile,
                databricksConfigFile == null ? null : databricksConfigFile.toPath(),
                databricksCluster,
                databricksFolder,
                databricksFiles,
                databricksGitUrl,
                databricksGitProvider,
                databricksJob,
                databricksGitFolder,
                databricksParallel,
                databricksRetention,
                databricksExitLanguage);
    }
}
