package dev.lakelight.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.job.ConditionOperator;
import dev.lakelight.job.Dependency;
import dev.lakelight.job.Job;
import dev.lakelight.job.Retries;
import dev.lakelight.job.RunIf;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.result.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobReaderTest {

    private JobFolder folder;

    @BeforeEach
    void makeFolder(@TempDir Path path) {
        folder = new JobFolder(path).with("pipelines/load.sql", "SELECT 1").with("pipelines/clean.py", "pass");
    }

    @Test
    void readsWhatATaskIsAndWhenItRuns() {
        Job job = folder.jobWithTasks("""
                - task_key: load
                  notebook_task: { notebook_path: pipelines/load.sql, base_parameters: { day: 2011-12-09 } }
                  max_retries: 2
                  min_retry_interval_millis: 1500
                  retry_on_timeout: true
                  timeout_seconds: 60
                  libraries: [ { jar: a.jar } ]
                - task_key: check
                  depends_on: [ { task_key: load } ]
                  condition_task: { op: GREATER_THAN, left: '{{tasks.load.values.rows}}', right: 0 }
                - task_key: report
                  depends_on: [ { task_key: check, outcome: 'true' }, { task_key: load } ]
                  run_if: NONE_FAILED
                  spark_jar_task: { main_class_name: com.example.Report, parameters: [ a, '{{job.run_id}}' ] }
                """);

        assertThat(job.key()).isEqualTo("nightly");
        assertThat(job.name()).isEqualTo("Nightly");
        assertThat(job.source()).hasToString("databricks.yml:5");
        assertThat(job.ignored()).containsExactly("tasks.load.libraries");
        assertThat(job.tasks())
                .extracting(Task::action)
                .containsExactly(
                        new TaskAction.Notebook("pipelines/load.sql", Map.of("day", "2011-12-09")),
                        new TaskAction.Condition(ConditionOperator.GREATER_THAN, "{{tasks.load.values.rows}}", "0"),
                        new TaskAction.Jar("com.example.Report", List.of("a", "{{job.run_id}}")));
        assertThat(job.tasks().get(0).retries()).isEqualTo(new Retries(2, Duration.ofMillis(1500), true));
        assertThat(job.tasks().get(0).timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(job.tasks().get(2).runIf()).isEqualTo(RunIf.NONE_FAILED);
        assertThat(job.tasks().get(2).dependsOn())
                .containsExactly(new Dependency("check", "true"), new Dependency("load", null));
    }

    @Test
    void readsEveryKindOfTask() {
        Job job = folder.jobWithTasks("""
                - { task_key: python, spark_python_task: { python_file: pipelines/clean.py, parameters: [ x ] } }
                - { task_key: sql, sql_task: { warehouse_id: w, file: { path: pipelines/load.sql }, parameters: { a: 1 } } }
                - { task_key: query, sql_task: { warehouse_id: w, query: { query_id: q } } }
                - { task_key: other, run_job_task: { job_id: 77, job_parameters: { a: b } } }
                - task_key: each
                  for_each_task:
                    inputs: '["a", "b"]'
                    concurrency: 2
                    task: { task_key: one, notebook_task: { notebook_path: pipelines/load, base_parameters: { x: '{{input}}' } } }
                - { task_key: dbt, dbt_task: { commands: [ dbt run ] } }
                """);

        assertThat(job.tasks())
                .extracting(task -> task.action().kind())
                .containsExactly(
                        "spark_python_task", "sql_task", "sql_task", "run_job_task", "for_each_task", "dbt_task");
        assertThat(job.tasks().get(0).action())
                .isEqualTo(new TaskAction.PythonFile("pipelines/clean.py", List.of("x")));
        assertThat(job.tasks().get(1).action())
                .isEqualTo(new TaskAction.SqlFile("pipelines/load.sql", Map.of("a", "1")));
        assertThat(job.tasks().get(2).action())
                .isEqualTo(
                        new TaskAction.Unsupported(
                                "sql_task",
                                "A sql_task with 'query' cannot run here: it is kept in a workspace. Put its statements into a file."));
        assertThat(job.tasks().get(3).action()).isEqualTo(new TaskAction.RunJob("77", Map.of("a", "b")));
        TaskAction.ForEach each = (TaskAction.ForEach) job.tasks().get(4).action();
        assertThat(each.concurrency()).isEqualTo(2);
        assertThat(each.task().action())
                .isEqualTo(new TaskAction.Notebook("pipelines/load.sql", Map.of("x", "{{input}}")));
        assertThat(job.tasks().get(5).action())
                .isEqualTo(new TaskAction.Unsupported(
                        "dbt_task", "A dbt_task cannot run here: it needs dbt and a SQL warehouse."));
    }

    @Test
    void readsAJobAsTheApiTakesIt() {
        folder.with("job.json", """
                {
                \t"name": "Nightly \\/ all",
                \t"parameters": [{"name": "day", "default": "{{job.start_time.iso_date}}"}],
                \t"schedule": {"quartz_cron_expression": "0 0 3 * * ?", "timezone_id": "Europe/Vienna", "pause_status": "PAUSED"},
                \t"timeout_seconds": 3600, "max_concurrent_runs": 1, "email_notifications": {},
                \t"tasks": [{"task_key": "load", "run_if": "ALL_SUCCESS", "notebook_task": {
                \t\t"notebook_path": "/pipelines/load", "source": "WORKSPACE",
                \t\t"base_parameters": [{"key": "a", "value": "b"}]}}]
                }
                """);

        Job job = folder.job("job.json");

        assertThat(job.name()).isEqualTo("Nightly / all");
        assertThat(job.parameters()).containsExactly(Map.entry("day", "{{job.start_time.iso_date}}"));
        assertThat(job.schedule()).isEqualTo(new Schedule("0 0 3 * * ?", "Europe/Vienna", true));
        assertThat(job.timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(job.ignored()).containsExactly("email_notifications", "max_concurrent_runs", "notebook_task.source");
        assertThat(job.tasks().get(0).action())
                .isEqualTo(new TaskAction.Notebook("pipelines/load.sql", Map.of("a", "b")));
    }

    @Test
    void readsAJobAsTheApiReturnsIt() {
        folder.with("job.json", """
                {"job_id": 11223344, "creator_user_name": "me", "created_time": 1700000000000, "settings": {
                  "name": "Nightly", "format": "MULTI_TASK",
                  "tasks": [{"task_key": "load", "spark_jar_task": {"main_class_name": "A"}}]}}
                """);

        Job job = folder.job("job.json#Nightly");

        assertThat(job.id()).isEqualTo("11223344");
        assertThat(job.tasks()).hasSize(1);
    }

    @Test
    void tellsAllMistakesOfAJobWithTheirPlaces() {
        folder.with("databricks.yml", JobFolder.BUNDLE + """
                                - task_key: load
                                  notebok_task: { notebook_path: pipelines/load.sql }
                                - task_key: both
                                  spark_jar_task: { main_class_name: A }
                                  dbt_task: {}
                                - { task_key: none }
                                - task_key: late
                                  depends_on: [ { task_key: bth }, { task_key: both, outcome: 'true' }, { task_key: late } ]
                                  run_if: SOMETIMES
                                  notebook_task: { notebook_path: pipelines/lod.sql }
                                - { task_key: late, spark_jar_task: { main_class_name: '{{job.naem}}' } }
                        """);

        assertThat(folder.mistakesOf("databricks.yml")).isEqualTo("""
                        databricks.yml has 10 mistakes:
                        databricks.yml:8:11: Unknown key 'notebok_task' in a task. Accepted are: task_key, depends_on, run_if,\
                         max_retries, min_retry_interval_millis, retry_on_timeout, timeout_seconds, disabled, notebook_task,\
                         spark_jar_task, spark_python_task, sql_task, run_job_task, condition_task, for_each_task.\
                         Perhaps you mean 'notebook_task'.
                        databricks.yml:9:11: The task has more than one kind: spark_jar_task, dbt_task. Keep one of them.
                        databricks.yml:12:11: The task does nothing. Give one of: notebook_task, spark_jar_task,\
                         spark_python_task, sql_task, run_job_task, condition_task, for_each_task.
                        databricks.yml:14:37: There is no task 'bth'. The job has: load, both, none, late.\
                         Perhaps you mean 'both'.
                        databricks.yml:14:56: 'outcome' is for dependencies on a condition_task, but 'both' is a task. Remove it.
                        databricks.yml:14:93: The task 'late' depends on itself. Remove the dependency.
                        databricks.yml:15:19: 'SOMETIMES' is no run_if. Accepted are: ALL_SUCCESS, AT_LEAST_ONE_SUCCESS,\
                         NONE_FAILED, ALL_DONE, AT_LEAST_ONE_FAILED, ALL_FAILED.
                        databricks.yml:16:43: There is no notebook 'pipelines/lod.sql'. Looked at: pipelines/lod.sql.
                        databricks.yml:17:23: Two tasks have the key 'late': the first is at databricks.yml:13. Rename one of them.
                        databricks.yml:17:64: Unknown reference {{job.naem}}. Known are: job.id, job.name, job.run_id, job.repair_count,\
                         job.start_time.<part>, job.trigger.type, job.trigger.file_arrival.location. Perhaps you mean 'job.name'.""");
    }

    @Test
    void namesTheTasksOfACircle() {
        folder.with("databricks.yml", JobFolder.BUNDLE + """
                                - { task_key: a, depends_on: [ { task_key: c } ], spark_jar_task: { main_class_name: A } }
                                - { task_key: b, depends_on: [ { task_key: a } ], spark_jar_task: { main_class_name: A } }
                                - { task_key: c, depends_on: [ { task_key: b } ], spark_jar_task: { main_class_name: A } }
                        """);

        assertThat(folder.mistakesOf("databricks.yml"))
                .isEqualTo("databricks.yml:8:52: Tasks depend on each other in a circle: a -> c -> b -> a."
                        + " Remove one of these dependencies.");
    }

    /** Whether such a task has ended by then depends on how long others take. */
    @Test
    void refusesReferencesToTasksThatNeedNotHaveEnded() {
        folder.with("databricks.yml", JobFolder.BUNDLE + """
                                - { task_key: a, spark_jar_task: { main_class_name: A, parameters: [ '{{tasks.a.run_id}}' ] } }
                                - { task_key: b, depends_on: [ { task_key: a } ], spark_jar_task: { main_class_name: '{{tasks.c.values.n}}' } }
                                - { task_key: c, depends_on: [ { task_key: b } ], spark_jar_task: { main_class_name: '{{tasks.a.values.n}}' } }
                                - task_key: each
                                  depends_on: [ { task_key: b } ]
                                  for_each_task:
                                    inputs: '{{tasks.a.values.n}}'
                                    task:
                                      task_key: one
                                      spark_jar_task: { main_class_name: '{{tasks.b.values.n}}', parameters: [ '{{tasks.c.error_code}}' ] }
                              parameters: [ { name: state, default: '{{tasks.a.result_state}}' } ]
                        """);

        assertThat(folder.mistakesOf("databricks.yml")).isEqualTo("""
                        databricks.yml has 4 mistakes:
                        databricks.yml:7:78: {{tasks.a.run_id}} is not known yet: the task 'a' refers to itself.\
                         Refer to one that ends before it.
                        databricks.yml:8:94: {{tasks.c.values.n}} may not be known yet: the task 'c' need not have ended when\
                         'b' starts. Let 'b' depend on it.
                        databricks.yml:16:88: {{tasks.c.error_code}} may not be known yet: the task 'c' need not have ended when\
                         'each' starts. Let 'each' depend on it.
                        databricks.yml:17:45: {{tasks.a.result_state}} is not known yet: parameters of a job have their values\
                         before its tasks run. Put it into the task that needs it.""");
    }

    @Test
    void refusesWhatAForEachTaskCannotHold() {
        folder.with("databricks.yml", JobFolder.BUNDLE + """
                                - task_key: outer
                                  for_each_task:
                                    inputs: '[1]'
                                    concurrency: 101
                                    task:
                                      task_key: inner
                                      for_each_task: { inputs: '[2]', task: {} }
                                - task_key: lonely
                                  spark_jar_task: { main_class_name: A, parameters: [ '{{input}}' ] }
                        """);

        assertThat(folder.mistakesOf("databricks.yml")).isEqualTo("""
                        databricks.yml has 3 mistakes:
                        databricks.yml:10:26: 'concurrency' must be from 1 to 100, but is 101.
                        databricks.yml:13:30: The task of a for_each_task cannot be another for_each_task.
                        databricks.yml:15:63: {{input}} is known only to the task of a for_each_task.""");
    }

    @Test
    void takesWhatIsEmptyForMissing() {
        Job job = folder.with("databricks.yml", """
                bundle: { name: retail }
                resources:
                  jobs:
                    nightly:
                      parameters:
                      schedule:
                      timeout_seconds:
                      tasks:
                        - task_key: a
                          depends_on:
                          run_if:
                          max_retries:
                          dbt_task:
                          notebook_task: { notebook_path: pipelines/load.sql, base_parameters: }
                targets:
                  dev: { resources: { jobs: { nightly: { name: , tasks: } } } }
                """).job("databricks.yml");

        assertThat(job.name()).isEqualTo("nightly");
        assertThat(job.parameters()).isEmpty();
        assertThat(job.schedule()).isNull();
        assertThat(job.timeout()).isZero();
        assertThat(job.tasks()).singleElement().satisfies(task -> {
            assertThat(task.dependsOn()).isEmpty();
            assertThat(task.runIf()).isEqualTo(RunIf.ALL_SUCCESS);
            assertThat(task.retries()).isEqualTo(Retries.NONE);
            assertThat(task.action()).isEqualTo(new TaskAction.Notebook("pipelines/load.sql", Map.of()));
        });
    }

    @Test
    void refusesWhatHasToBeThereAndIsEmpty() {
        folder.with("databricks.yml", JobFolder.BUNDLE + """
                                - { task_key: , spark_jar_task: { main_class_name: A } }
                                - { task_key: b, depends_on: [ { task_key: } ], spark_jar_task: { main_class_name: } }
                                - task_key: c
                                  notebook_task:
                        """);

        assertThat(folder.mistakesOf("databricks.yml")).isEqualTo("""
                        databricks.yml has 4 mistakes:
                        databricks.yml:7:22: 'task_key' must be text, but is empty.
                        databricks.yml:8:51: 'task_key' must be text, but is empty.
                        databricks.yml:8:91: 'main_class_name' must be text, but is empty.
                        databricks.yml:9:11: The task does nothing. Give one of: notebook_task, spark_jar_task,\
                         spark_python_task, sql_task, run_job_task, condition_task, for_each_task.""");
    }

    @Test
    void refusesAScheduleThatIsNone() {
        folder.with("job.json", """
                {"name": "Nightly", "schedule": {"quartz_cron_expression": "0 0 25 * * ?", "timezone_id": "Mars/X"},
                 "tasks": [{"task_key": "load", "spark_jar_task": {"main_class_name": "A"}}]}
                """);

        assertThat(folder.mistakesOf("job.json")).isEqualTo("""
                        job.json has 2 mistakes:
                        job.json:1:60: '0 0 25 * * ?' is no cron expression of Quartz: the hour is '25', which is not from 0 to 23.\
                         Write it such as 0 30 6 * * ? with second, minute, hour, day, month and day of the week.
                        job.json:1:91: 'Mars/X' is no time zone. Write it such as Europe/Berlin or UTC.""");
    }

    @Test
    void saysWhichJobsThereAre() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                resources:
                  jobs:
                    nightly: { tasks: [ { task_key: a, spark_jar_task: { main_class_name: A } } ] }
                    weekly: { tasks: [ { task_key: a, spark_jar_task: { main_class_name: A } } ] }
                """);

        assertThat(folder.mistakesOf("databricks.yml#nigthly"))
                .isEqualTo("There is no job 'nigthly' in databricks.yml. It has: nightly, weekly."
                        + " Perhaps you mean 'nightly'.");
        assertThat(folder.mistakesOf("databricks.yml"))
                .isEqualTo("databricks.yml has 2 jobs: nightly, weekly. Say which one is meant, such as"
                        + " databricks.yml#nightly.");
    }
}
