package dev.lakelight.databricks;

import dev.lakelight.databricks.api.Login;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.sql.ExitLanguage;
import dev.lakelight.databricks.suite.SuiteFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The main of a JVM that runs a suite on a workspace until somebody stops it. */
final class StoppedBuild {

    private StoppedBuild() {}

    /** Take the file with the profile, the address of the repository, the commit, the work tree and the event log. */
    public static void main(String[] arguments) {
        Path workTree = Path.of(arguments[3]);
        SuiteFolders folders = new SuiteFolders(
                workTree,
                workTree,
                List.of(),
                List.of(workTree.resolve("pipelines")),
                workTree.resolve("target/classes"),
                workTree.resolve("target/test-classes"));
        DatabricksSettings settings = new DatabricksSettings(
                new Login(Path.of(arguments[0]), "DEFAULT"),
                new Compute.Serverless(),
                null,
                null,
                ExitLanguage.JAVA,
                1,
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                false,
                "build 1",
                null);
        new DatabricksSuite(settings, new TestedSource(arguments[1], "gitHub", "main", arguments[2]), folders)
                .run(Path.of(arguments[4]), line -> {});
    }
}
