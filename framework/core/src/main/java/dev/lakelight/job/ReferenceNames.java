package dev.lakelight.job;

import dev.lakelight.problem.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which dynamic value references a task may use. Those of a known namespace are checked when the job is read.
 *
 * @param parameters of the job
 * @param tasks of the job
 * @param inForEach whether the task is run for each element of an array
 */
public record ReferenceNames(Set<String> parameters, Tasks tasks, boolean inForEach) {

    /** What can be told of the time at which a run started, in UTC. */
    static final List<String> TIMES = List.of(
            "iso_date",
            "iso_datetime",
            "iso_weekday",
            "is_weekday",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "timestamp_ms");

    private static final Set<String> NAMESPACES = Set.of("job", "task", "tasks", "workspace", "input");
    private static final List<String> OF_JOB = List.of(
            "id",
            "name",
            "run_id",
            "repair_count",
            "start_time.<part>",
            "trigger.type",
            "trigger.file_arrival.location");
    private static final List<String> OF_TASK = List.of("name", "run_id", "execution_count", "notebook_path");
    private static final List<String> OF_TASKS = List.of("run_id", "result_state", "error_code", "execution_count");
    private static final List<String> OF_WORKSPACE = List.of("id", "url");

    public ReferenceNames {
        parameters = Set.copyOf(parameters);
    }

    /**
     * The tasks of a job, seen from one of them.
     *
     * @param keys of all
     * @param before keys of those that have ended when it starts
     * @param self its key, or null for parameters of the job, which are known before any task
     */
    public record Tasks(
            Set<String> keys, Set<String> before, @Nullable String self) {

        public Tasks {
            keys = Set.copyOf(keys);
            before = Set.copyOf(before);
        }

        private Optional<String> problem(DynamicReference reference, String task) {
            if (!keys.contains(task)) {
                return Optional.of("%s refers to a task '%s' that the job does not have.%s"
                        .formatted(reference, task, near(task, keys)));
            }

            return before.contains(task) ? Optional.empty() : Optional.of(early(reference, task));
        }

        private String early(DynamicReference reference, String task) {
            if (self == null) {
                return inParameters(reference);
            }

            return task.equals(self)
                    ? "%s is not known yet: the task '%s' refers to itself. Refer to one that ends before it."
                            .formatted(reference, task)
                    : "%s may not be known yet: the task '%s' need not have ended when '%s' starts. Let '%s' depend on it."
                            .formatted(reference, task, self, self);
        }
    }

    static boolean isNamespace(String segment) {
        return NAMESPACES.contains(segment);
    }

    /** Return what is wrong with a reference to a task in a parameter of the job. */
    public static String inParameters(DynamicReference reference) {
        return "%s is not known yet: parameters of a job have their values before its tasks run. Put it into the task that needs it."
                .formatted(reference);
    }

    /** Return what is wrong with the references of a text, if anything. */
    public Optional<String> problemIn(String text) {
        return DynamicReference.in(text).stream()
                .filter(reference -> isNamespace(reference.segment(0)))
                .flatMap(reference -> problem(reference).stream())
                .findFirst();
    }

    private Optional<String> problem(DynamicReference reference) {
        return switch (reference.segment(0)) {
            case "job" -> ofJob(reference);
            case "tasks" -> ofTasks(reference);
            case "task" -> among(reference, prefixed("task", OF_TASK));
            case "workspace" -> among(reference, prefixed("workspace", OF_WORKSPACE));
            default -> ofInput(reference);
        };
    }

    private Optional<String> ofJob(DynamicReference reference) {
        boolean ofTrigger =
                reference.segment(1).equals("trigger") && reference.segment(2).equals("time");

        if (ofTrigger || reference.segment(1).equals("start_time")) {
            return among(reference, prefixed(ofTrigger ? "job.trigger.time" : "job.start_time", TIMES));
        }

        List<String> names = new ArrayList<>(OF_JOB);
        parameters.stream().sorted().map("parameters."::concat).forEach(names::add);
        return among(reference, prefixed("job", names));
    }

    private Optional<String> ofTasks(DynamicReference reference) {
        String task = reference.segment(1);

        boolean isValue =
                reference.segment(2).equals("values") && reference.segments().size() > 3;
        return tasks.problem(reference, task)
                .or(() -> isValue ? Optional.empty() : among(reference, prefixed("tasks." + task, withValues())));
    }

    private static List<String> withValues() {
        return Stream.concat(OF_TASKS.stream(), Stream.of("values.<key>")).toList();
    }

    private Optional<String> ofInput(DynamicReference reference) {
        return inForEach
                ? Optional.empty()
                : Optional.of("%s is known only to the task of a for_each_task.".formatted(reference));
    }

    private static List<String> prefixed(String namespace, List<String> names) {
        return names.stream().map(name -> namespace + "." + name).toList();
    }

    private static Optional<String> among(DynamicReference reference, List<String> known) {
        String path = reference.from(0);

        if (known.contains(path)) {
            return Optional.empty();
        }

        return Optional.of("Unknown reference %s. Known are: %s.%s"
                .formatted(reference, String.join(", ", known), nearLast(path, known)));
    }

    /** Compare the last segments only: long paths would be alike whatever these are. */
    private static String nearLast(String path, List<String> known) {
        String prefix = path.substring(0, path.lastIndexOf('.') + 1);
        List<String> last = known.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
        return NearestName.to(path.substring(prefix.length()), last)
                .map(name -> " Perhaps you mean '%s%s'.".formatted(prefix, name))
                .orElse("");
    }

    private static String near(String name, Collection<String> known) {
        return NearestName.to(name, known)
                .map(" Perhaps you mean '%s'."::formatted)
                .orElse("");
    }
}
