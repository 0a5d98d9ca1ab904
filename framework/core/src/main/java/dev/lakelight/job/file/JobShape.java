package dev.lakelight.job.file;

import dev.lakelight.yaml.YamlShape;
import java.util.List;
import java.util.stream.Stream;

/** The mappings of job files: the keys that mean something here, and those that Databricks knows and that have no effect here. */
enum JobShape implements YamlShape {
    STORED_JOB(
            "a job as jobs/get returns it",
            List.of("job_id", "settings"),
            List.of(
                    "created_time",
                    "creator_user_name",
                    "effective_budget_policy_id",
                    "effective_usage_policy_id",
                    "has_more",
                    "next_page_token",
                    "path",
                    "run_as_user_name",
                    "run_as_owner",
                    "trigger_details",
                    "trigger_state")),
    JOB(
            "a job",
            List.of("name", "parameters", "tasks", "schedule", "timeout_seconds"),
            List.of(
                    "access_control_list",
                    "budget_policy_id",
                    "continuous",
                    "deployment",
                    "description",
                    "edit_mode",
                    "email_notifications",
                    "environment_variables",
                    "environments",
                    "format",
                    "git_source",
                    "health",
                    "job_clusters",
                    "lifecycle",
                    "max_concurrent_runs",
                    "notification_settings",
                    "parent_path",
                    "performance_target",
                    "permissions",
                    "queue",
                    "run_as",
                    "tags",
                    "trigger",
                    "triggers",
                    "usage_policy_id",
                    "webhook_notifications")),
    TASK(
            "a task",
            List.of(
                    "task_key",
                    "depends_on",
                    "run_if",
                    "max_retries",
                    "min_retry_interval_millis",
                    "retry_on_timeout",
                    "timeout_seconds",
                    "disabled",
                    "notebook_task",
                    "spark_jar_task",
                    "spark_python_task",
                    "sql_task",
                    "run_job_task",
                    "condition_task",
                    "for_each_task",
                    "python_wheel_task",
                    "spark_submit_task",
                    "pipeline_task",
                    "dbt_task",
                    "dbt_cloud_task",
                    "dbt_platform_task",
                    "dashboard_task",
                    "power_bi_task",
                    "alert_task",
                    "clean_rooms_notebook_task",
                    "gen_ai_compute_task"),
            List.of(
                    "compute",
                    "description",
                    "disable_auto_optimization",
                    "email_notifications",
                    "environment_key",
                    "environment_variables_key",
                    "existing_cluster_id",
                    "health",
                    "job_cluster_key",
                    "libraries",
                    "new_cluster",
                    "notification_settings",
                    "webhook_notifications")),
    PARAMETER("a job parameter", List.of("name", "default"), List.of()),
    DEPENDENCY("a dependency", List.of("task_key", "outcome"), List.of()),
    SCHEDULE("'schedule'", List.of("quartz_cron_expression", "timezone_id", "pause_status"), List.of("sql_condition")),
    NOTEBOOK("'notebook_task'", List.of("notebook_path", "base_parameters"), List.of("source", "warehouse_id")),
    KEY_VALUE("a base parameter", List.of("key", "value"), List.of()),
    JAR("'spark_jar_task'", List.of("main_class_name", "parameters"), List.of("jar_uri", "run_as_repl")),
    PYTHON_FILE("'spark_python_task'", List.of("python_file", "parameters"), List.of("source")),
    SQL("'sql_task'", List.of("file", "query", "alert", "dashboard", "parameters"), List.of("warehouse_id")),
    SQL_FILE("'file'", List.of("path"), List.of("source")),
    RUN_JOB(
            "'run_job_task'",
            List.of("job_id", "job_parameters"),
            List.of(
                    "dbt_commands",
                    "jar_params",
                    "notebook_params",
                    "pipeline_params",
                    "python_named_params",
                    "python_params",
                    "spark_submit_params",
                    "sql_params")),
    CONDITION("'condition_task'", List.of("op", "left", "right"), List.of()),
    FOR_EACH("'for_each_task'", List.of("inputs", "concurrency", "task"), List.of()),
    BUNDLE(
            "a bundle",
            List.of("bundle", "include", "workspace", "variables", "resources", "targets"),
            List.of(
                    "artifacts",
                    "environments",
                    "experimental",
                    "permissions",
                    "presets",
                    "python",
                    "run_as",
                    "scripts",
                    "sync")),
    TARGET(
            "a target",
            List.of("bundle", "default", "workspace", "variables", "resources"),
            List.of(
                    "artifacts",
                    "cluster_id",
                    "compute_id",
                    "git",
                    "mode",
                    "permissions",
                    "presets",
                    "run_as",
                    "sync")),
    VARIABLE("a variable", List.of("default", "lookup"), List.of("description", "type"));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the type does not say.
    private final List<String> used;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the type does not say.
    private final List<String> ignored;

    JobShape(String label, List<String> used, List<String> ignored) {
        this.label = label;
        this.used = used;
        this.ignored = ignored;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> keys() {
        return Stream.concat(used.stream(), ignored.stream()).toList();
    }

    @Override
    public List<String> proposed() {
        return used.stream().filter(key -> !UnsupportedKinds.isOne(key)).toList();
    }

    List<String> ignored() {
        return ignored;
    }

    @Override
    public List<String> required() {
        return switch (this) {
            case JOB -> List.of("tasks");
            case TASK, DEPENDENCY -> List.of("task_key");
            case PARAMETER -> List.of("name", "default");
            case SCHEDULE -> List.of("quartz_cron_expression", "timezone_id");
            case NOTEBOOK -> List.of("notebook_path");
            case KEY_VALUE -> List.of("key", "value");
            case JAR -> List.of("main_class_name");
            case PYTHON_FILE -> List.of("python_file");
            case SQL_FILE -> List.of("path");
            case RUN_JOB -> List.of("job_id");
            case CONDITION -> List.of("op", "left", "right");
            case FOR_EACH -> List.of("inputs", "task");
            case STORED_JOB, SQL, BUNDLE, TARGET, VARIABLE -> List.of();
        };
    }
}
