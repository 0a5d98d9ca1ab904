package dev.lakelight.job.file;

import dev.lakelight.job.Dependency;
import dev.lakelight.job.Retries;
import dev.lakelight.job.RunIf;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one task, and for a for-each task the one inside of it. */
final class TaskParser {

    private static final Set<String> OUTCOMES = Set.of("true", "false");

    /** Stands for what could not be read, so that other tasks may still depend on it. */
    private static final TaskAction FAULTY = new TaskAction.Unsupported("task", "It is faulty.");

    private final Reading reading;
    private final String jobId;

    TaskParser(Reading reading, String jobId) {
        this.reading = reading;
        this.jobId = jobId;
    }

    /** Return the task, unless it has no key or does nothing. */
    Optional<ParsedTask> parse(YamlValue value, boolean inForEach) {
        String key = value.isMapping() ? key(value.object()) : "";

        if (!inForEach) {
            reading.begin(key);
        }

        YamlObject object = reading.object(value, JobShape.TASK, "tasks.%s.".formatted(key));
        List<ParsedTask.Edge> edges = edges(object);
        edges.stream()
                .filter(edge -> inForEach)
                .limit(1)
                .forEach(edge -> edge.value().reject(JobMessages.dependingIteration()));
        TaskAction action = action(value, object, inForEach).orElse(FAULTY);
        return key.isBlank()
                ? Optional.empty()
                : Optional.of(new ParsedTask(task(key, object, action, edges), object, edges));
    }

    private static String key(YamlObject object) {
        return object.value("task_key").map(YamlValue::name).orElse("");
    }

    private static Task task(String key, YamlObject object, TaskAction action, List<ParsedTask.Edge> edges) {
        YamlValue place = object.value("task_key").orElseThrow();
        return new Task(
                key,
                place.location(),
                action,
                edges.stream().map(ParsedTask.Edge::dependency).toList(),
                object.value("run_if").map(TaskParser::runIf).orElse(RunIf.ALL_SUCCESS),
                retries(object),
                Duration.ofSeconds(number(object, "timeout_seconds")),
                flag(object, "disabled"));
    }

    private Optional<TaskAction> action(YamlValue value, YamlObject object, boolean inForEach) {
        List<String> found =
                object.keys().stream().filter(ActionParser.KINDS::contains).toList();

        if (found.size() == 1) {
            YamlValue details = object.value(found.get(0)).orElseThrow();
            return new ActionParser(reading, inForEach, this).parse(found.get(0), details);
        }

        if (value.isMapping() && (reading.isOpen() || JobShape.TASK.keys().containsAll(object.keys()))) {
            value.reject(JobMessages.notOneKind(found, ActionParser.RUNNABLE));
        }

        return Optional.empty();
    }

    String jobId() {
        return jobId;
    }

    private List<ParsedTask.Edge> edges(YamlObject task) {
        List<ParsedTask.Edge> edges = new ArrayList<>();
        task.value("depends_on").map(YamlValue::list).orElse(List.of()).forEach(item -> {
            YamlObject object = reading.object(item, JobShape.DEPENDENCY, "");
            Optional<YamlValue> key = object.value("task_key");
            String outcome = object.value("outcome").map(TaskParser::outcome).orElse(null);
            key.map(YamlValue::name)
                    .filter(name -> !name.isBlank())
                    .map(name -> new ParsedTask.Edge(new Dependency(name, outcome), key.orElseThrow()))
                    .ifPresent(edges::add);
        });
        return edges;
    }

    private static String outcome(YamlValue value) {
        String outcome = value.text();

        if (!OUTCOMES.contains(outcome)) {
            value.reject(JobMessages.notAnOutcome(outcome));
        }

        return outcome;
    }

    private static RunIf runIf(YamlValue value) {
        return oneOf(value, "run_if", RunIf.values()).orElse(RunIf.ALL_SUCCESS);
    }

    static <E extends Enum<E>> Optional<E> oneOf(YamlValue value, String label, E[] accepted) {
        String name = value.name();
        Optional<E> found =
                Arrays.stream(accepted).filter(one -> one.name().equals(name)).findFirst();

        if (found.isEmpty() && !name.isEmpty()) {
            List<String> names = Arrays.stream(accepted).map(Enum::name).toList();
            value.reject(JobMessages.notOneOf(label, name, names));
        }

        return found;
    }

    private static Retries retries(YamlObject task) {
        Duration pause = Duration.ofMillis(number(task, "min_retry_interval_millis"));
        return new Retries(
                task.value("max_retries").map(TaskParser::most).orElse(0), pause, flag(task, "retry_on_timeout"));
    }

    private static int most(YamlValue value) {
        if (value.raw().equals("-1")) {
            return Retries.FOREVER;
        }

        if (!value.raw().matches("\\d{1,9}")) {
            value.reject(JobMessages.retries());
            return 0;
        }

        return value.wholeNumber();
    }

    private static int number(YamlObject object, String key) {
        return object.value(key).map(YamlValue::wholeNumber).orElse(0);
    }

    private static boolean flag(YamlObject object, String key) {
        return object.value(key).map(YamlValue::yesOrNo).orElse(false);
    }
}
