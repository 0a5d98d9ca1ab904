package dev.lakelight.databricks.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.file.JobReader;
import dev.lakelight.job.file.JobReference;
import dev.lakelight.job.file.JobSettings;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireJobTest {

    @TempDir
    Path folder;

    private JobSelection job(String yaml) throws IOException {
        Files.writeString(folder.resolve("load.sql"), "-- Databricks notebook source\nSELECT 1\n");
        Files.writeString(folder.resolve("load.py"), "print(1)\n");
        Files.writeString(
                folder.resolve("databricks.yml"), "bundle: { name: shop }\nresources:\n  jobs:\n" + yaml.indent(4));
        return new JobReader(ProjectFiles.of(folder, List.of())).read(JobReference.of("databricks.yml#nightly"));
    }

    private static ObjectNode wire(JobSelection selection, Map<String, Long> ids) {
        ObjectNode cluster = JsonNodeFactory.instance.objectNode().put("spark_version", "17.3.x-scala2.13");
        return new WireJob(
                        path -> "/code/" + path.replace(".sql", ""), path -> "/code/" + path, "/v/classes.jar", cluster)
                .of(selection.job(), "ll_1", ids);
    }

    @Test
    void writesWhatDecidesWhichTasksRunAndLeavesOutWhatStartsThem() throws IOException {
        ObjectNode json = wire(job("""
                other: { tasks: [ { task_key: a, notebook_task: { notebook_path: load.sql } } ] }
                nightly:
                  name: Every night
                  timeout_seconds: 600
                  schedule: { quartz_cron_expression: 0 30 4 * * ?, timezone_id: UTC }
                  email_notifications: { on_failure: [someone@example.org] }
                  parameters: [ { name: day, default: "{{job.start_time.iso_date}}" } ]
                  job_clusters: [ { job_cluster_key: big, new_cluster: { spark_version: 15.4.x-scala2.12, num_workers: 9 } } ]
                  tasks:
                    - { task_key: load, job_cluster_key: big, max_retries: 2, min_retry_interval_millis: 5, notebook_task: { notebook_path: load.sql, base_parameters: { a: "1" } } }
                    - { task_key: if_any, depends_on: [ { task_key: load } ], condition_task: { op: GREATER_THAN, left: "{{tasks.load.values.rows}}", right: "0" } }
                    - { task_key: rank, depends_on: [ { task_key: if_any, outcome: "true" } ], timeout_seconds: 7, spark_jar_task: { main_class_name: shop.Rank, parameters: [x] } }
                    - { task_key: python, run_if: ALL_DONE, depends_on: [ { task_key: load } ], disabled: true, spark_python_task: { python_file: load.py } }
                    - { task_key: next, run_job_task: { job_id: "${resources.jobs.other.id}", job_parameters: { day: "1" } } }
                    - { task_key: each, for_each_task: { inputs: "[1]", concurrency: 3, task: { task_key: one, notebook_task: { notebook_path: load.sql } } } }
                """), Map.of("1", 77L));

        assertThat(json.toPrettyString().replaceAll("\\s+", " "))
                .isEqualTo("""
                { "name" : "ll_1", "description" : "Every night", "max_concurrent_runs" : 1, "timeout_seconds" : 600,
                "parameters" : [ { "name" : "day", "default" : "{{job.start_time.iso_date}}" } ],
                "job_clusters" : [ { "job_cluster_key" : "tasks", "new_cluster" : { "spark_version" : "17.3.x-scala2.13" } } ],
                "tasks" : [ { "task_key" : "load", "run_if" : "ALL_SUCCESS", "timeout_seconds" : 0, "depends_on" : [ ],
                "max_retries" : 2, "min_retry_interval_millis" : 5, "retry_on_timeout" : false,
                "notebook_task" : { "notebook_path" : "/code/load", "source" : "WORKSPACE", "base_parameters" : { "a" : "1" } },
                "job_cluster_key" : "tasks" },
                { "task_key" : "if_any", "run_if" : "ALL_SUCCESS", "timeout_seconds" : 0, "depends_on" : [ { "task_key" : "load" } ],
                "condition_task" : { "op" : "GREATER_THAN", "left" : "{{tasks.load.values.rows}}", "right" : "0" } },
                { "task_key" : "rank", "run_if" : "ALL_SUCCESS", "timeout_seconds" : 7, "depends_on" : [ { "task_key" : "if_any", "outcome" : "true" } ],
                "spark_jar_task" : { "main_class_name" : "shop.Rank", "parameters" : [ "x" ] }, "job_cluster_key" : "tasks",
                "libraries" : [ { "jar" : "/v/classes.jar" } ] },
                { "task_key" : "python", "run_if" : "ALL_DONE", "timeout_seconds" : 0, "depends_on" : [ { "task_key" : "load" } ], "disabled" : true,
                "spark_python_task" : { "python_file" : "/code/load.py", "source" : "WORKSPACE", "parameters" : [ ] }, "job_cluster_key" : "tasks" },
                { "task_key" : "next", "run_if" : "ALL_SUCCESS", "timeout_seconds" : 0, "depends_on" : [ ],
                "run_job_task" : { "job_id" : 77, "job_parameters" : { "day" : "1" } } },
                { "task_key" : "each", "run_if" : "ALL_SUCCESS", "timeout_seconds" : 0, "depends_on" : [ ],
                "for_each_task" : { "inputs" : "[1]", "concurrency" : 3,
                "task" : { "task_key" : "one", "run_if" : "ALL_SUCCESS", "timeout_seconds" : 0, "depends_on" : [ ],
                "notebook_task" : { "notebook_path" : "/code/load", "source" : "WORKSPACE", "base_parameters" : { } },
                "job_cluster_key" : "tasks" } } } ] }
                """.strip().replaceAll("\\s+", " "));
    }

    /** What is read from it again is the same job. */
    @Test
    void isReadAsTheSameTasks() throws IOException {
        JobSelection selection = job("""
                nightly:
                  tasks:
                    - { task_key: load, max_retries: -1, notebook_task: { notebook_path: load.sql } }
                    - { task_key: rest, run_if: AT_LEAST_ONE_FAILED, depends_on: [ { task_key: load } ], notebook_task: { notebook_path: load.sql } }
                """);

        assertThat(JobSettings.read("1", wire(selection, Map.of())).tasks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source", "action")
                .isEqualTo(selection.job().tasks());
    }
}
