package dev.lakelight.job.file;

import dev.lakelight.job.TaskAction;
import java.util.Set;

/** Why tasks of some kinds cannot run here. */
final class UnsupportedKinds {

    private static final Set<String> SUPPORTED = Set.of(
            "notebook_task",
            "spark_jar_task",
            "spark_python_task",
            "sql_task",
            "run_job_task",
            "condition_task",
            "for_each_task");

    private UnsupportedKinds() {}

    static boolean isOne(String key) {
        return key.endsWith("_task") && !SUPPORTED.contains(key);
    }

    static TaskAction of(String kind) {
        return new TaskAction.Unsupported(kind, "A %s cannot run here: it needs %s.".formatted(kind, need(kind)));
    }

    static TaskAction ofSql(String what) {
        return new TaskAction.Unsupported(
                "sql_task",
                "A sql_task with '%s' cannot run here: it is kept in a workspace. Put its statements into a file."
                        .formatted(what));
    }

    private static String need(String kind) {
        return switch (kind) {
            case "python_wheel_task" -> "Python and the wheel's libraries";
            case "spark_submit_task" -> "a cluster of its own. Write it as a spark_jar_task";
            case "pipeline_task" -> "the pipeline service of a workspace";
            case "dbt_task", "dbt_cloud_task", "dbt_platform_task" -> "dbt and a SQL warehouse";
            default -> "a service of a workspace";
        };
    }
}
