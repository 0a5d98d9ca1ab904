package dev.lakelight.job;

import java.util.Map;
import java.util.Objects;

/** What job files call the tasks that mean something here. */
final class TaskKinds {

    private static final Map<Class<? extends TaskAction>, String> NAMES = Map.of(
            TaskAction.Notebook.class, "notebook_task",
            TaskAction.Jar.class, "spark_jar_task",
            TaskAction.PythonFile.class, "spark_python_task",
            TaskAction.SqlFile.class, "sql_task",
            TaskAction.RunJob.class, "run_job_task",
            TaskAction.Condition.class, "condition_task",
            TaskAction.ForEach.class, "for_each_task");

    private TaskKinds() {}

    static String of(TaskAction action) {
        return Objects.requireNonNull(NAMES.get(action.getClass()), "kind");
    }
}
