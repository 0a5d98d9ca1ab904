package dev.lakelight.maven;

import static java.util.Objects.requireNonNull;

import dev.lakelight.databricks.DatabricksSettings;
import dev.lakelight.databricks.GivenJob;
import dev.lakelight.databricks.api.Login;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.sql.ExitLanguage;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the user has said about Databricks, as it was typed. See {@link DatabricksMojo}. */
record DatabricksParameters(
        @Nullable String profile,
        @Nullable Path configFile,
        String cluster,
        @Nullable String folder,
        @Nullable String files,
        @Nullable String gitUrl,
        @Nullable String gitProvider,
        @Nullable String job,
        @Nullable String gitFolder,
        int parallel,
        String retention,
        String exitLanguage) {

    DatabricksParameters {
        requireNonNull(cluster, "cluster");
        requireNonNull(retention, "retention");
        requireNonNull(exitLanguage, "exitLanguage");
    }

    /**
     * Return the settings of a run.
     *
     * @param timeout after which it is cancelled
     * @param keep whether what it has made is kept
     * @param build what tells this build from others of the same commit
     * @throws UserError when something cannot be read
     */
    DatabricksSettings settings(Duration timeout, boolean keep, String build) {
        if (parallel < 1) {
            throw new UserError("%s is %d, but at least one test has to run at a time"
                    .formatted(PropertyNames.DATABRICKS_PARALLEL, parallel));
        }
        return new DatabricksSettings(
                new Login(configFile, profile),
                Compute.parse(cluster),
                path(PropertyNames.DATABRICKS_FOLDER, folder, "/"),
                path(PropertyNames.DATABRICKS_FILES, files, "/Volumes/"),
                language(),
                parallel,
                timeout,
                longEnough(Timeout.parse(PropertyNames.DATABRICKS_RETENTION, retention), timeout),
                keep,
                build,
                givenJob());
    }

    private @Nullable GivenJob givenJob() {
        String path = path(PropertyNames.DATABRICKS_GIT_FOLDER, gitFolder, "/");

        if (job == null && path != null) {
            throw new UserError("%s is the folder of a job; say which with %s"
                    .formatted(PropertyNames.DATABRICKS_GIT_FOLDER, PropertyNames.DATABRICKS_JOB));
        }
        return job == null ? null : new GivenJob(job, path);
    }

    /** What is still in use must not expire. */
    private static Duration longEnough(Duration retention, Duration timeout) {
        if (retention.compareTo(timeout) <= 0) {
            throw new UserError("%s must be longer than %s: what a run has made may be removed afterwards"
                    .formatted(PropertyNames.DATABRICKS_RETENTION, PropertyNames.TIMEOUT));
        }
        return retention;
    }

    private static @Nullable String path(String property, @Nullable String path, String beginning) {
        if (path == null) {
            return null;
        }
        if (!path.startsWith(beginning)) {
            throw new UserError("%s is '%s', but must begin with %s".formatted(property, path, beginning));
        }
        return path.replaceAll("/+$", "");
    }

    private ExitLanguage language() {
        return Arrays.stream(ExitLanguage.values())
                .filter(language -> language.name().equalsIgnoreCase(exitLanguage))
                .findFirst()
                .orElseThrow(() -> new UserError("%s is '%s', but can be python, scala or java"
                        .formatted(PropertyNames.DATABRICKS_EXIT_LANGUAGE, exitLanguage)));
    }
}
