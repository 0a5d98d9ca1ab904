package dev.lakelight.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.job.TaskAction;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TaskRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Runs the task of a for-each task for each element, all of them, also when one fails. What was run until it was interrupted is kept, and
 * the interrupt stays.
 */
final class Iterations {

    private final JobExecution job;
    private final TaskAction.ForEach each;
    private final Map<String, TaskRun> others;
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final List<TimedCall<?>> calls = new ArrayList<>();
    private final SortedMap<Integer, TaskRun> runs = new TreeMap<>();

    Iterations(JobExecution job, TaskAction.ForEach each, Map<String, TaskRun> others) {
        this.job = job;
        this.each = each;
        this.others = others;
    }

    Outcome run() {
        List<JsonNode> inputs = JsonText.array(each.inputs());
        int started = 0;

        try {
            while (runs.size() < inputs.size()) {
                for (; started < inputs.size() && started - runs.size() < each.concurrency(); started++) {
                    start(started, inputs.get(started));
                }

                keep(finished.take());
            }
        } catch (InterruptedException e) {
            TimedCall.giveUp(calls);
            finished.forEach(this::keep);
            Thread.currentThread().interrupt();
            return Outcome.cancelled(List.copyOf(runs.values()), cancelled(inputs.size()));
        }

        List<TaskRun> all = List.copyOf(runs.values());
        return Outcome.iterations(all, problem(all));
    }

    private void keep(Finished iteration) {
        runs.put(iteration.index(), iteration.run());
    }

    private void start(int index, JsonNode input) {
        String label = "%s[%d]".formatted(each.task().key(), index);
        TaskExecution execution =
                new TaskExecution(job, each.task(), new TaskExecution.Surroundings(label, others, input));
        calls.add(TimedCall.start("task " + label, () -> finished.add(new Finished(index, ended(execution)))));
    }

    /** What nobody could take note of has failed: others wait for its end. */
    private TaskRun ended(TaskExecution execution) {
        TaskRun run = execution.run();

        try {
            job.order().watcher().settles(run);
            return run;
        } catch (RuntimeException e) {
            return TaskRecords.notKept(run, JobProblems.of(e, each.task().source()));
        }
    }

    private Problem cancelled(int count) {
        return JobProblems.of(
                "cancelled",
                "The task was cancelled. %d of %d iterations had been started.".formatted(calls.size(), count),
                each.task().source());
    }

    private @Nullable Problem problem(List<TaskRun> runs) {
        return JobRunMessages.iterationsFailed(runs)
                .map(message ->
                        JobProblems.of("iterations", message, each.task().source()))
                .orElse(null);
    }

    private record Finished(int index, TaskRun run) {}
}
