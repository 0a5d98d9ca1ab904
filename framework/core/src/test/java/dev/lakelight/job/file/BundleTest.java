package dev.lakelight.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    private static final String JAR = "spark_jar_task: { main_class_name: A }";

    private JobFolder folder;

    @BeforeEach
    void makeFolder(@TempDir Path path) {
        folder = new JobFolder(path);
    }

    @Test
    void readsWhatItIncludesAndTakesPathsFromThere() {
        folder.with("databricks.yml", "bundle: { name: retail }\ninclude: [ resources/*.yml, more/jobs.yml ]\n")
                .with("src/load.sql", "SELECT 1")
                .with("resources/nightly.yml", """
                        resources:
                          jobs:
                            nightly:
                              tasks: [ { task_key: a, notebook_task: { notebook_path: ../src/load.sql } } ]
                        """)
                .with("more/jobs.yml", "resources: { jobs: { weekly: { tasks: [ { task_key: a, " + JAR + " } ] } } }");

        assertThat(folder.job("databricks.yml#nightly").tasks())
                .extracting(Task::action)
                .containsExactly(new TaskAction.Notebook("src/load.sql", Map.of()));
        assertThat(folder.job("databricks.yml#nightly").source()).hasToString("resources/nightly.yml:4");
        assertThat(folder.job("databricks.yml#weekly").tasks()).hasSize(1);
    }

    @Test
    void tellsMistakesInTheFileThatHasThem() {
        folder.with("databricks.yml", "bundle: { name: retail }\ninclude: [ jobs.yml, missing.yml ]\n")
                .with(
                        "jobs.yml",
                        "resources:\n  jobs:\n    nightly: { tasks: [ { task_key: a, notebook_task: { notebook_path: x.sql } } ] }");

        assertThat(folder.mistakesOf("databricks.yml")).isEqualTo("""
                        databricks.yml has 2 mistakes:
                        databricks.yml:2:22: 'include' names 'missing.yml', but there is no such file.
                        jobs.yml:3:72: There is no notebook 'x.sql'. Looked at: x.sql.""");
    }

    @Test
    void resolvesVariablesByRunThenTargetThenDefault() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                variables:
                  catalog: { default: main }
                  schema: { default: '${var.catalog}_silver' }
                  owner: { default: nobody }
                  cluster: { lookup: { cluster: shared } }
                  tables: { type: complex, default: [ a, '${var.owner}' ] }
                targets:
                  dev: { default: true, variables: { catalog: dev } }
                  prod: { variables: { catalog: { default: prod }, owner: team } }
                resources:
                  jobs:
                    nightly:
                      name: ${bundle.name} in ${bundle.target} of ${foo.bar}
                      job_clusters: [ { job_cluster_key: x, new_cluster: '${var.cluster}' } ]
                      tasks:
                        - task_key: a
                          existing_cluster_id: ${var.cluster}
                          spark_jar_task: { main_class_name: A, parameters: '${var.tables}' }
                        - { task_key: b, spark_jar_task: { main_class_name: '${var.schema}.${var.owner}' } }
                """);

        Job dev = folder.job("databricks.yml");
        Job prod = folder.read(JobReference.of("databricks.yml").inTarget("prod"));
        Job run = folder.read(
                JobReference.of("databricks.yml").inTarget("prod").with(Map.of("catalog", "test", "owner", "me")));

        assertThat(dev.name()).isEqualTo("retail in dev of ${foo.bar}");
        assertThat(actions(dev))
                .containsExactly(
                        new TaskAction.Jar("A", List.of("a", "nobody")),
                        new TaskAction.Jar("dev_silver.nobody", List.of()));
        assertThat(actions(prod)).last().isEqualTo(new TaskAction.Jar("prod_silver.team", List.of()));
        assertThat(actions(run)).last().isEqualTo(new TaskAction.Jar("test_silver.me", List.of()));
        assertThat(dev.ignored()).containsExactly("job_clusters", "tasks.a.existing_cluster_id");
    }

    @Test
    void followsPathsIntoComplexVariables() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                variables:
                  env: { default: dev }
                  cluster: { type: complex, default: { tags: { team: '${var.env}-team' }, zones: [ a, [ b, c ] ] } }
                  tags: { type: complex, default: '${var.cluster.tags}' }
                resources:
                  jobs:
                    nightly:
                      tasks:
                        - task_key: a
                          spark_jar_task: { main_class_name: '${var.tags.team}', parameters: [ 'x-${var.cluster.zones[0]}', '${var.cluster.zones[1][1]}' ] }
                """);

        assertThat(actions(folder.job("databricks.yml")))
                .containsExactly(new TaskAction.Jar("dev-team", List.of("x-a", "c")));

        folder.with("databricks.yml", """
                bundle: { name: retail }
                variables: { list: { type: complex, default: [ a ] } }
                resources: { jobs: { nightly: { tasks: [ { task_key: '${var.list[1]}', %s } ] } } }
                """.formatted(JAR));

        assertThat(folder.mistakesOf("databricks.yml"))
                .contains("There is no variable 'list[1]'. The bundle has: list.");
    }

    @Test
    void refusesReferencesThatLeadNowhere() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                variables: { looked: { lookup: { cluster: c } }, empty: {}, one: { default: '${var.two}' }, two: { default: '${var.one}' } }
                resources:
                  jobs:
                    nightly:
                      tasks:
                        - task_key: a
                          spark_jar_task:
                            main_class_name: A
                            parameters:
                              - ${var.looked}
                              - ${var.empty}
                              - ${var.emtpy}
                              - ${var.one}
                              - ${resources.jobs.other.id}
                """);

        assertThat(folder.mistakesOf("databricks.yml")).isEqualTo("""
                        databricks.yml has 5 mistakes:
                        databricks.yml:2:109: References go in a circle: ${var.one} -> ${var.two} -> ${var.one}.
                        databricks.yml:11:17: The variable 'looked' is looked up in a workspace, which there is none of here.\
                         Give it a value under 'variables' of the run.
                        databricks.yml:12:17: The variable 'empty' has no value: give it a 'default', a value in the target,\
                         or one under 'variables' of the run.
                        databricks.yml:13:17: There is no variable 'emtpy'. The bundle has: looked, empty, one, two.\
                         Perhaps you mean 'empty'.
                        databricks.yml:15:17: ${resources.jobs.other.id} refers to nothing in the bundle.\
                         Correct it, or declare what it refers to.""");
    }

    @Test
    void laysATargetOverTheJobsTaskByTask() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                resources:
                  jobs:
                    nightly:
                      parameters: [ { name: day, default: today }, { name: mode, default: full } ]
                      tasks:
                        - &first { task_key: a, max_retries: 1, spark_jar_task: { main_class_name: A } }
                        - { <<: *first, task_key: b }
                targets:
                  prod:
                    resources:
                      jobs:
                        nightly:
                          name: Production
                          parameters: [ { name: mode, default: fast } ]
                          tasks: [ { task_key: b, spark_jar_task: { main_class_name: B } } ]
                """);

        Job job = folder.job("databricks.yml");

        assertThat(job.name()).isEqualTo("Production");
        assertThat(job.parameters()).containsExactly(Map.entry("day", "today"), Map.entry("mode", "fast"));
        assertThat(actions(job))
                .containsExactly(new TaskAction.Jar("A", List.of()), new TaskAction.Jar("B", List.of()));
        assertThat(job.tasks().get(1).retries().most()).isEqualTo(1);
    }

    @Test
    void asksForATargetThatIsNotClear() {
        folder.with(
                "databricks.yml",
                "bundle: { name: retail }\ntargets: { dev: {}, prod: {} }\nresources: { jobs: { a: { tasks: [ { task_key: a, "
                        + JAR + " } ] } } }\n");

        assertThat(folder.mistakesOf("databricks.yml"))
                .isEqualTo(
                        "databricks.yml:2:12: The bundle has several targets and no default: dev, prod. Name one with"
                                + " 'target', or mark one with 'default: true'.");
        assertThat(folder.mistakesOf(JobReference.of("databricks.yml").inTarget("prd")))
                .isEqualTo("databricks.yml:2:10: There is no target 'prd'. The bundle has: dev, prod."
                        + " Perhaps you mean 'prod'.");
    }

    @Test
    void knowsTheIdsOfItsJobsAndRefusesThoseThatRunEachOther() {
        String job = "%s: { tasks: [ { task_key: a, run_job_task: { job_id: '${resources.jobs.%s.id}' } } ] }\n";
        folder.with(
                "databricks.yml",
                "bundle: { name: retail }\nresources:\n  jobs:\n    " + job.formatted("one", "two") + "    "
                        + job.formatted("two", "one") + "    " + job.formatted("self", "self"));

        assertThat(folder.mistakesOf("databricks.yml#one")).isEqualTo("""
                        databricks.yml:4:5: Jobs run each other in a circle: one -> two -> one. Remove one of these run_job_tasks.""");
        assertThat(folder.mistakesOf("databricks.yml#self"))
                .isEqualTo("databricks.yml:6:61: The job runs itself. Name another job.");
    }

    @Test
    void readsAJobAlsoWhenAnotherOneIsFaulty() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                variables: { pool: { lookup: { instance_pool: shared } } }
                resources:
                  jobs:
                    sound: { name: Sound job, tasks: [ { task_key: a, %s }, { task_key: b, run_job_task: { job_id: '${resources.jobs.called.id}' } } ] }
                    called: { tasks: [ { task_key: a, %s } ] }
                    faulty: { tasks: [ { task_key: a, spark_jar_task: { main_class_name: '${var.pool}' } } ] }
                """.formatted(JAR, JAR));

        JobSelection selection = folder.reader().read(JobReference.of("databricks.yml#Sound job"));

        assertThat(selection.all()).extracting(Job::key).containsExactly("sound", "called");
        assertThat(selection.other("2").orElseThrow().job().key()).isEqualTo("called");
    }

    @Test
    void passesOverUnknownKeysThatHoldWhatAnchorsReferTo() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                x-defaults: { again: &again { max_retries: 2 } }
                resources: { jobs: { a: { tasks: [ { <<: *again, task_key: a, %s } ] } } }
                """.formatted(JAR));

        assertThat(folder.job("databricks.yml").tasks().get(0).retries().most()).isEqualTo(2);

        folder.with("databricks.yml", "bundle: { name: retail }\nresurces: {}\n");

        assertThat(folder.mistakesOf("databricks.yml"))
                .startsWith("databricks.yml:2:1: Unknown key 'resurces' in a bundle.")
                .endsWith("Perhaps you mean 'resources'.");
    }

    @Test
    void refusesAnIncludeThatIsNoPattern() {
        folder.with("databricks.yml", """
                bundle: { name: retail }
                include: [ 'jobs/[' ]
                resources: { jobs: { a: { tasks: [ { task_key: a, %s } ] } } }
                """.formatted(JAR));

        assertThat(folder.mistakesOf("databricks.yml"))
                .isEqualTo("databricks.yml:2:12: 'include' has 'jobs/[', which is no pattern of files: Missing ']."
                        + " Write it such as resources/*.yml.");
    }

    @Test
    void findsNotebooksWhereTheBundleWouldBeDeployed() {
        folder.with("src/load.sql", "SELECT 1").with("databricks.yml", """
                        bundle: { name: retail }
                        resources:
                          jobs:
                            a: { tasks: [ { task_key: a, notebook_task: { notebook_path: '${workspace.file_path}/src/load' } } ] }
                        """);

        assertThat(actions(folder.job("databricks.yml")))
                .containsExactly(new TaskAction.Notebook("src/load.sql", Map.of()));
    }

    private static List<TaskAction> actions(Job job) {
        return job.tasks().stream().map(Task::action).toList();
    }
}
