package dev.lakelight.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.job.DynamicReference;
import dev.lakelight.job.ReferenceNames;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of dynamic references for one attempt at a task.
 *
 * @param facts of the run
 * @param parameters of the job, resolved
 * @param others what has ended so far, by key: all that the task depends on, and nothing for parameters of the job
 * @param values that tasks have set
 * @param attempt the attempt itself
 */
record ReferenceValues(
        RunFacts facts, Map<String, String> parameters, Map<String, TaskRun> others, TaskValues values, Attempt attempt)
        implements UnaryOperator<String> {

    /**
     * What a task can refer to of itself.
     *
     * @param task its key
     * @param number of the attempt
     * @param runId of the task
     * @param notebook its path, or empty when it is none
     * @param input element of the array that it is run for, or null
     */
    record Attempt(
            String task,
            int number,
            long runId,
            String notebook,
            @Nullable JsonNode input) {}

    /** Return a text with its references replaced. */
    @Override
    public String apply(String text) {
        return DynamicReference.resolve(text, this::value);
    }

    private String value(DynamicReference reference) {
        return switch (reference.segment(0)) {
            case "job" -> ofJob(reference);
            case "task" -> ofTask(reference);
            case "tasks" -> ofOther(reference);
            case "workspace" ->
                reference.segment(1).equals("id")
                        ? facts.about().workspaceId()
                        : facts.about().workspaceUrl();
            default -> ofInput(reference);
        };
    }

    private String ofJob(DynamicReference reference) {
        return switch (reference.segment(1)) {
            case "id" -> facts.job().id();
            case "name" -> facts.job().name();
            case "run_id" -> String.valueOf(facts.about().runId());
            case "repair_count" -> String.valueOf(facts.about().repairs());
            case "start_time" -> TimeText.of(facts.startedAt(), reference.segment(2));
            case "trigger" -> ofTrigger(reference);
            default -> parameter(reference);
        };
    }

    private String ofTrigger(DynamicReference reference) {
        return switch (reference.segment(2)) {
            case "type" -> facts.about().trigger();
            case "time" -> TimeText.of(facts.startedAt(), reference.segment(3));
            default -> "";
        };
    }

    private String parameter(DynamicReference reference) {
        String value = parameters.get(reference.from(2));

        if (value == null) {
            throw new UserError(
                    "%s has no value here: parameters of a job do not refer to each other.".formatted(reference));
        }

        return value;
    }

    private String ofTask(DynamicReference reference) {
        return switch (reference.segment(1)) {
            case "name" -> attempt.task();
            case "run_id" -> String.valueOf(attempt.runId());
            case "execution_count" -> String.valueOf(attempt.number());
            default -> attempt.notebook();
        };
    }

    private String ofOther(DynamicReference reference) {
        String key = reference.segment(1);
        TaskRun other = Optional.ofNullable(others.get(key))
                .orElseThrow(() -> new UserError(ReferenceNames.inParameters(reference)));

        return switch (reference.segment(2)) {
            case "values" -> taskValue(reference, key);
            case "result_state" -> other.state().name().toLowerCase(Locale.ROOT);
            case "error_code" -> other.state() == RunState.FAILED ? "RunExecutionError" : "";
            case "execution_count" -> String.valueOf(other.attempts().size());
            default -> String.valueOf(facts.taskRunId(key));
        };
    }

    private String taskValue(DynamicReference reference, String task) {
        String key = reference.from(3);
        return values.find(task, key)
                .map(JsonText::plain)
                .orElseThrow(() -> new UserError(
                        "%s has no value: the task '%s' has not set the task value '%s'. Set it with dbutils.jobs.taskValues.set."
                                .formatted(reference, task, key)));
    }

    private String ofInput(DynamicReference reference) {
        JsonNode found = attempt.input();

        for (int i = 1; found != null && i < reference.segments().size(); i++) {
            found = found.get(reference.segment(i));
        }

        if (found == null) {
            throw new UserError("%s has no value: the input is %s.".formatted(reference, attempt.input()));
        }

        return JsonText.plain(found);
    }
}
