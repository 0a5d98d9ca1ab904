package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is at a mount point is what is at its source, whichever way it is read or written. */
class MountTest {

    @RegisterExtension
    static final TestLake lake = new TestLake();

    @Test
    void isTheSameFolderAsItsSourceInEveryWay() {
        lake.notebook("all.java", """
                String source = "abfss://raw@acme.dfs.core.windows.net/sales";
                dbutils.fs.mount(source, "/mnt/sales");
                dbutils.fs.put("/mnt/sales/csv/a.csv", "1");
                spark.range(2).write().format("delta").save("/mnt/sales/delta");
                spark.sql("CREATE TABLE located USING DELTA LOCATION '/mnt/sales/located' AS SELECT 1 AS id");
                spark.sql("INSERT INTO delta.`" + source + "/delta` VALUES (7)");
                spark.sql("INSERT INTO delta.`" + source + "/located` VALUES (8)");
                var seen = new ArrayList<Object>();
                for (String path : List.of(source, "/mnt/sales", "dbfs:/mnt/sales", "/dbfs/mnt/sales")) {
                  seen.add(spark.read().text(path + "/csv").count()
                      + spark.read().format("delta").load(path + "/delta").count());
                }
                seen.add(spark.sql("SELECT sum(id) FROM delta.`dbfs:/mnt/sales/delta`").first().getLong(0));
                seen.add(spark.table("located").count());
                seen.add(dbutils.fs.head(source + "/csv/a.csv"));
                seen.add(dbutils.fs.list("dbfs:/mnt/").get(0).path());
                seen.add(dbutils.fs.list("/mnt/sales").get(0).path());
                dbutils.notebook.exit(seen.toString());
                """);

        NotebookRun run = lake.run("all");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("[4, 4, 4, 4, 8, 2, 1, dbfs:/mnt/sales/, dbfs:/mnt/sales/csv/]");
    }

    @Test
    void hasWhatTheTestHasPutThereBefore() {
        lake.notebook("seeded.java", """
                dbutils.fs.put("/mnt/seeded/deep/a.csv", "seed");
                dbutils.fs.put("s3://acme/seeded/b.csv", "kept");
                dbutils.fs.put("/mnt/seeded/b.csv", "hidden");
                dbutils.fs.mount("s3a://acme/seeded", "/mnt/seeded");
                String seen = dbutils.fs.head("/mnt/seeded/deep/a.csv") + dbutils.fs.head("s3://acme/seeded/deep/a.csv")
                    + dbutils.fs.head("/mnt/seeded/b.csv");
                dbutils.fs.unmount("/mnt/seeded");
                dbutils.notebook.exit(seen + dbutils.fs.head("/mnt/seeded/b.csv"));
                """);

        NotebookRun run = lake.run("seeded");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("seedseedkepthidden");
    }

    @Test
    void isThereForOtherRunsOnTheLakeUntilItIsUnmounted() {
        lake.notebook("mount.java", "dbutils.fs.mount(\"gs://acme/shared\", \"/mnt/shared\");");
        lake.notebook("write.sql", "-- MAGIC %fs put /mnt/shared/a.txt 'hello'");
        lake.notebook("unmount.java", """
                dbutils.fs.updateMount("gs://acme/other", "/mnt/shared");
                boolean other = dbutils.fs.list("/mnt/shared").isEmpty();
                dbutils.fs.unmount("/mnt/shared");
                dbutils.notebook.exit(other + dbutils.fs.head("gs://acme/shared/a.txt"));
                """);

        lake.run("mount");
        lake.run("write");
        NotebookRun run = lake.run("unmount");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("truehello");
    }
}
