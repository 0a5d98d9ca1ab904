package dev.lakelight.databricks;

import static java.util.Objects.requireNonNull;

import dev.lakelight.databricks.api.Login;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.sql.ExitLanguage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a suite is run on Databricks.
 *
 * @param login how to log in
 * @param compute what the tasks run on
 * @param folder in the workspace below which each run has its own, or null for {@code .lakelight} in the user's home
 * @param files folder of a volume below which each test finds its files, or null: tests with files are skipped then
 * @param exitLanguage of the line that ends a notebook of ours
 * @param parallel how many tests may run at a time, at least 1
 * @param timeout after which the run is cancelled
 * @param retention how long what a run has made may be needed; it can be removed afterwards
 * @param keep whether catalogs, notebooks and files are kept until then
 * @param build what tells this build from others of the same commit
 * @param givenJob whose tasks are run instead of the tests of the project, or null
 */
public record DatabricksSettings(
        Login login,
        Compute compute,
        @Nullable String folder,
        @Nullable String files,
        ExitLanguage exitLanguage,
        int parallel,
        Duration timeout,
        Duration retention,
        boolean keep,
        String build,
        @Nullable GivenJob givenJob) {

    public DatabricksSettings {
        requireNonNull(login, "login");
        requireNonNull(compute, "compute");
        requireNonNull(exitLanguage, "exitLanguage");
        requireNonNull(timeout, "timeout");
        requireNonNull(retention, "retention");
        requireNonNull(build, "build");

        if (parallel < 1) {
            throw new IllegalArgumentException("at least one test at a time, but was " + parallel);
        }
    }
}
