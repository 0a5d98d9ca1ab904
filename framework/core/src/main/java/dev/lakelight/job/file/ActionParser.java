package dev.lakelight.job.file;

import dev.lakelight.job.ConditionOperator;
import dev.lakelight.job.TaskAction;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a task does. */
final class ActionParser {

    /** All kinds of task that Databricks knows. */
    static final List<String> KINDS =
            JobShape.TASK.keys().stream().filter(key -> key.endsWith("_task")).toList();

    /** Those that run here. */
    static final List<String> RUNNABLE =
            KINDS.stream().filter(kind -> !UnsupportedKinds.isOne(kind)).toList();

    private static final List<String> SQL_KINDS = List.of("file", "query", "alert", "dashboard");
    private static final int MOST_AT_ONCE = 100;

    private final Reading reading;
    private final boolean inForEach;
    private final TaskParser tasks;
    private final ActionFiles files;

    ActionParser(Reading reading, boolean inForEach, TaskParser tasks) {
        this.reading = reading;
        this.inForEach = inForEach;
        this.tasks = tasks;
        this.files = new ActionFiles(reading.file());
    }

    /** Return what a task of this kind does, unless that cannot be told. */
    Optional<TaskAction> parse(String kind, YamlValue value) {
        return switch (kind) {
            case "notebook_task" -> Optional.of(notebook(reading.object(value, JobShape.NOTEBOOK, "notebook_task.")));
            case "spark_jar_task" -> Optional.of(jar(reading.object(value, JobShape.JAR, "spark_jar_task.")));
            case "spark_python_task" ->
                Optional.of(pythonFile(reading.object(value, JobShape.PYTHON_FILE, "spark_python_task.")));
            case "sql_task" -> sql(value);
            case "run_job_task" -> Optional.of(runJob(reading.object(value, JobShape.RUN_JOB, "run_job_task.")));
            case "condition_task" -> condition(reading.object(value, JobShape.CONDITION, ""));
            case "for_each_task" -> forEach(value);
            default -> Optional.of(UnsupportedKinds.of(kind));
        };
    }

    private TaskAction notebook(YamlObject object) {
        String path = object.value("notebook_path")
                .map(value -> path(value, "notebook"))
                .orElse("");
        boolean asList =
                object.value("base_parameters").filter(YamlValue::isList).isPresent();
        return new TaskAction.Notebook(path, asList ? keysAndValues(object) : named(object, "base_parameters"));
    }

    /** The form of the Jobs API 2.0, which some tools still send. */
    private Map<String, String> keysAndValues(YamlObject notebook) {
        Map<String, String> parameters = new LinkedHashMap<>();
        notebook.value("base_parameters").orElseThrow().list().forEach(item -> {
            YamlObject pair = reading.object(item, JobShape.KEY_VALUE, "");
            String value = pair.value("value").map(this::text).orElse("");
            pair.value("key").map(YamlValue::name).ifPresent(key -> parameters.put(key, value));
        });
        return parameters;
    }

    private TaskAction jar(YamlObject object) {
        String name = object.value("main_class_name").map(this::text).orElse("");
        return new TaskAction.Jar(name, reading.texts(object, "parameters", inForEach));
    }

    private TaskAction pythonFile(YamlObject object) {
        String path = object.value("python_file")
                .map(value -> path(value, "Python file"))
                .orElse("");
        return new TaskAction.PythonFile(path, reading.texts(object, "parameters", inForEach));
    }

    private Optional<TaskAction> sql(YamlValue value) {
        YamlObject object = reading.object(value, JobShape.SQL, "sql_task.");
        List<String> kinds = object.keys().stream().filter(SQL_KINDS::contains).toList();

        if (kinds.size() != 1) {
            value.reject(JobMessages.notOneSql(SQL_KINDS));
            return Optional.empty();
        }

        return Optional.of(kinds.get(0).equals("file") ? sqlFile(object) : UnsupportedKinds.ofSql(kinds.get(0)));
    }

    private TaskAction sqlFile(YamlObject object) {
        YamlObject file = reading.object(object.value("file").orElseThrow(), JobShape.SQL_FILE, "sql_task.file.");
        String path = file.value("path").map(value -> path(value, "SQL file")).orElse("");
        return new TaskAction.SqlFile(path, named(object, "parameters"));
    }

    private TaskAction runJob(YamlObject object) {
        Optional<YamlValue> id = object.value("job_id");
        id.filter(value -> value.raw().equals(tasks.jobId()))
                .ifPresent(value -> value.reject(JobMessages.selfRunJob()));
        return new TaskAction.RunJob(id.map(YamlValue::name).orElse(""), named(object, "job_parameters"));
    }

    private Optional<TaskAction> condition(YamlObject object) {
        String left = object.value("left").map(this::text).orElse("");
        String right = object.value("right").map(this::text).orElse("");
        return object.value("op")
                .flatMap(value -> TaskParser.oneOf(value, "op", ConditionOperator.values()))
                .map(operator -> new TaskAction.Condition(operator, left, right));
    }

    private Optional<TaskAction> forEach(YamlValue value) {
        if (inForEach) {
            value.reject(JobMessages.nestedForEach());
            return Optional.empty();
        }

        YamlObject object = reading.object(value, JobShape.FOR_EACH, "");
        String inputs = object.value("inputs").map(this::text).orElse("");
        int concurrency =
                object.value("concurrency").map(ActionParser::concurrency).orElse(1);
        return object.value("task")
                .flatMap(task -> tasks.parse(task, true))
                .map(task -> new TaskAction.ForEach(inputs, concurrency, task.task()));
    }

    private static int concurrency(YamlValue value) {
        int number = value.wholeNumber();

        if (number < 1 || number > MOST_AT_ONCE) {
            value.reject(JobMessages.concurrency(number));
        }

        return Math.max(1, number);
    }

    private String text(YamlValue value) {
        return reading.text(value, inForEach);
    }

    private Map<String, String> named(YamlObject object, String key) {
        return reading.textsByName(object, key, inForEach);
    }

    private String path(YamlValue value, String what) {
        String written = text(value);
        return reading.isOpen() ? written : files.path(value, written, what);
    }
}
