package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.job.file.JobReference;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobsTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    /** As a user writes it. */
    public static final class WritesTotal {

        public static void main(String[] args) {
            SparkSession spark = SparkSession.builder().getOrCreate();
            spark.sql("CREATE VIEW total AS SELECT sum(n) AS n, '" + args[0] + "' AS day FROM numbers");
        }
    }

    @Test
    void runsNotebooksClassesAndSqlFilesWithTheirParametersAndTaskValues() {
        lake.notebook("load.sql", "CREATE TABLE numbers AS SELECT id AS n, :day AS day FROM range(:rows)")
                .notebook("count.java", """
                        long rows = spark.table("numbers").count();
                        dbutils.jobs.taskValues.set("rows", rows);
                        dbutils.notebook.exit(dbutils.widgets.get("day"));
                        """)
                .file("sql/late.sql", "CREATE TABLE late AS SELECT :rows AS rows;\nINSERT INTO late VALUES (-1)")
                .file("databricks.yml", """
                        bundle: { name: retail }
                        resources:
                          jobs:
                            nightly:
                              parameters: [ { name: day, default: monday } ]
                              tasks:
                                - task_key: load
                                  notebook_task: { notebook_path: load.sql, base_parameters: { rows: 3, day: never } }
                                - task_key: count
                                  depends_on: [ { task_key: load } ]
                                  notebook_task: { notebook_path: count.java }
                                - task_key: any
                                  depends_on: [ { task_key: count } ]
                                  condition_task: { op: GREATER_THAN, left: '{{tasks.count.values.rows}}', right: '0' }
                                - task_key: total
                                  depends_on: [ { task_key: any, outcome: 'true' } ]
                                  spark_jar_task:
                                    main_class_name: dev.lakelight.runtime.JobsTest$WritesTotal
                                    parameters: [ '{{job.parameters.day}}' ]
                                - task_key: late
                                  depends_on: [ { task_key: any, outcome: 'true' } ]
                                  sql_task:
                                    warehouse_id: w
                                    file: { path: sql/late.sql }
                                    parameters: { rows: '{{tasks.count.values.rows}}' }
                                - task_key: nothing
                                  depends_on: [ { task_key: any, outcome: 'false' } ]
                                  notebook_task: { notebook_path: load.sql }
                        """);
        List<JobRun> told = new ArrayList<>();

        JobRun run = lake.jobs().onRun(told::add).run("databricks.yml#nightly", Map.of("day", "tuesday"));

        assertThat(run.tasks())
                .extracting(task -> task.key() + " " + task.state() + reason(task))
                .containsExactly(
                        "load SUCCESS",
                        "count SUCCESS",
                        "any SUCCESS",
                        "total SUCCESS",
                        "late SUCCESS",
                        "nothing EXCLUDED");
        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
        assertThat(run.task("count").orElseThrow().value()).isEqualTo("tuesday");
        assertThat(lake.rows("SELECT * FROM total")).containsExactly("[3,tuesday]");
        assertThat(lake.rows("SELECT * FROM late ORDER BY rows")).containsExactly("[-1]", "[3]");
        assertThat(told).containsExactly(run);
    }

    @Test
    void failsTasksWithTheReasonAndCancelsTheSparkJobsOfOneWhoseTimeIsUp() {
        lake.notebook(
                        "slow.sql",
                        "SELECT count(*) FROM range(100000000000) a CROSS JOIN range(1000) b WHERE a.id + b.id < 0")
                .notebook("broken.sql", "SELECT 1;\n\nSELECT nothing FROM nowhere")
                .file("job.json", """
                        {"name": "failing", "tasks": [
                          {"task_key": "slow", "timeout_seconds": 2, "notebook_task": {"notebook_path": "slow"}},
                          {"task_key": "broken", "notebook_task": {"notebook_path": "/broken"}},
                          {"task_key": "class", "spark_jar_task": {"main_class_name": "com.example.None"}},
                          {"task_key": "mail", "depends_on": [{"task_key": "broken"}], "run_if": "AT_LEAST_ONE_FAILED",
                           "notebook_task": {"notebook_path": "broken"}}]}
                        """);

        LakeJobs sparkJobs = LakeJobs.of(lake);

        JobRun run = lake.jobs().run("job.json");

        assertThat(run.tasks())
                .extracting(TaskRun::state)
                .containsExactly(RunState.TIMEDOUT, RunState.FAILED, RunState.FAILED, RunState.FAILED);
        assertThat(reason(run.task("slow").orElseThrow()))
                .isEqualTo(": The task 'slow' did not end within 2 s and was cancelled.");
        assertThat(reason(run.task("broken").orElseThrow())).contains("broken.sql:4 (cell 1)");
        assertThat(reason(run.task("class").orElseThrow())).startsWith(": There is no class 'com.example.None'");
        // Spark learns of the end of a cancelled job a moment later.
        await().untilAsserted(() -> {
            assertThat(sparkJobs.started()).isNotEmpty();
            assertThat(sparkJobs.active()).isEmpty();
        });
        sparkJobs.close();
    }

    @Test
    void givesTheJobWhatItKnowsOfAConfiguration() {
        lake.notebook(
                        "settings.sql",
                        "CREATE TABLE seen AS SELECT :day AS day, '${spark.sql.shuffle.partitions}' AS partitions")
                .file("job.json", """
                        {"name": "small", "parameters": [{"name": "day", "default": "x"}],
                         "tasks": [{"task_key": "a", "notebook_task": {"notebook_path": "settings"}}]}
                        """);
        Configuration configuration = new Configuration(
                "small", Map.of("day", "friday", "other", "y"), Map.of("spark.sql.shuffle.partitions", "7"), List.of());

        JobRun run = lake.jobs().run(JobReference.of("job.json"), configuration, Map.of());

        assertThat(run.parameters()).containsExactly(Map.entry("day", "friday"));
        assertThat(run.configuration()).isEqualTo("small");
        assertThat(run.moduleRuns()).extracting(ModuleRun::configuration).containsExactly("small");
        assertThat(lake.rows("SELECT * FROM seen")).containsExactly("[friday,7]");
    }

    private static String reason(TaskRun task) {
        return task.problem() == null
                ? ""
                : ": " + Objects.requireNonNull(task.problem()).message();
    }
}
