package dev.lakelight.dbutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.scala.dbutils.CommandContext;
import com.databricks.sdk.scala.dbutils.FileInfo;
import dev.lakelight.path.LakeMounts;
import dev.lakelight.secret.KnownSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** The official library, not ours, is called here: as a customer's compiled module does. */
class OfficialApiTest {

    @TempDir
    Path folder;

    private DBUtils dbutils(long run, Map<String, String> parameters) {
        RunIdentity identity = new RunIdentity(run, run, "/pipelines/a", "local-1", TaskValueScope.NONE);
        Secrets secrets = new Secrets(Map.of("LAKELIGHT_SECRET_A__B", "hunter22"), new KnownSecrets());
        LakeParts lake = new LakeParts(
                new DbfsPaths(Configuration::new, List.of(folder)), new LakeMounts(folder.resolve("files")), secrets);
        NotebookRunner runner = (path, timeout, arguments) -> path + arguments;
        return new DBUtils(new RunParts(identity, new Widgets(parameters), runner, lake));
    }

    private static com.databricks.sdk.scala.dbutils.DBUtils official() {
        return com.databricks.sdk.scala.dbutils.DBUtils.getDBUtils(null);
    }

    @Test
    void findsTheUtilitiesOfTheRun() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "a");
        List<Object> seen = new ArrayList<>();

        OfficialApi.bound(dbutils(1, Map.of("day", "monday")), () -> {
                    official().widgets().text("env", "dev", official().widgets().text$default$3());
                    seen.add(official().widgets().get("day"));
                    seen.add(official().widgets().get("env"));
                    seen.add(official().secrets().get("a", "b"));
                    seen.add(official()
                            .fs()
                            .head(
                                    folder.resolve("a.csv").toString(),
                                    official().fs().head$default$2()));
                    FileInfo file = official().fs().ls(folder.toString()).head();
                    seen.add(file.name() + file.size());
                    seen.add(official().fs().mkdirs(folder.resolve("x").toString()));
                    seen.add(official()
                            .fs()
                            .rm(folder.resolve("x").toString(), official().fs().rm$default$2()));
                    official()
                            .fs()
                            .mount(
                                    "s3a://b",
                                    "/mnt/b",
                                    "",
                                    official().fs().mount$default$4(),
                                    scala.collection.immutable.Map$.MODULE$.empty());
                    seen.add(official().fs().mounts().head().source());
                    seen.add(official()
                            .notebook()
                            .run(
                                    "other",
                                    0,
                                    official().notebook().run$default$3(),
                                    official().notebook().run$default$4()));
                    seen.add(official().jobs().taskValues().get("t", "k", Option.empty(), Option.apply("debug")));
                    CommandContext context = official().notebook().getContext();
                    seen.add(context.currentRunId().get().id());
                    seen.add(context.extraContext().apply("notebook_path"));
                })
                .run();

        assertThat(seen)
                .containsExactly(
                        "monday",
                        "dev",
                        "hunter22",
                        "a",
                        "a.csv1",
                        true,
                        true,
                        "s3a://b",
                        "other{}",
                        "debug",
                        1L,
                        "/pipelines/a");
    }

    @Test
    void tellsRunsApartThatGoOnAtTheSameTime() {
        Runnable other = OfficialApi.bound(
                dbutils(2, Map.of("day", "tuesday")),
                () -> assertThat(official().widgets().get("day")).isEqualTo("tuesday"));

        OfficialApi.bound(dbutils(1, Map.of("day", "monday")), () -> {
                    CompletableFuture.runAsync(other).join();
                    other.run();
                    assertThat(official().widgets().get("day")).isEqualTo("monday");
                })
                .run();
    }

    @Test
    void endsTheNotebook() {
        Runnable exits = OfficialApi.bound(
                dbutils(1, Map.of()), () -> official().notebook().exit("done"));

        assertThatThrownBy(exits::run)
                .satisfies(thrown -> assertThat(
                                NotebookExit.in(thrown).orElseThrow().value())
                        .isEqualTo("done"));
    }

    @Test
    void saysThatNothingRuns() {
        OfficialApi.bound(dbutils(1, Map.of()), () -> {}).run();

        assertThatThrownBy(() -> official().widgets().get("day"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "There is no dbutils here: no notebook or module runs in this thread. Call it from one that does.");
    }
}
