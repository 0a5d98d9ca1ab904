package dev.lakelight.job.run;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Runs the task of a for-each task for each element, all of them, also when one fails. */
final class Iterations {

    private final JobExecution job;
    private final TaskAction.ForEach each;
    private final Map<String, TaskRun> others;
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final List<TimedCall<?>> calls = new ArrayList<>();

    Iterations(JobExecution job, TaskAction.ForEach each, Map<String, TaskRun> others) {
        this.job = job;
        this.each = each;
        this.others = others;
    }

    Outcome run() throws InterruptedException {
        List<JsonNode> inputs = JsonText.array(each.inputs());
        SortedMap<Integer, TaskRun> runs = new TreeMap<>();
        int started = 0;

        try {
            while (runs.size() < inputs.size()) {
                for (; started < inputs.size() && started - runs.size() < each.concurrency(); started++) {
                    start(started, inputs.get(started));
                }

                Finished next = finished.take();
                runs.put(next.index(), next.run());
            }
        } catch (InterruptedException e) {
            giveUp();
            throw e;
        }

        List<TaskRun> all = List.copyOf(runs.values());
        return Outcome.iterations(all, problem(all));
    }

    private void start(int index, JsonNode input) {
        String label = "%s[%d]".formatted(each.task().key(), index);
        TaskExecution execution =
                new TaskExecution(job, each.task(), new TaskExecution.Surroundings(label, others, input));
        calls.add(TimedCall.start("task " + label, () -> finished.add(new Finished(index, ended(execution)))));
    }

    private TaskRun ended(TaskExecution execution) {
        TaskRun run = execution.run();
        job.order().watcher().settles(run);
        return run;
    }

    private void giveUp() throws InterruptedException {
        for (TimedCall<?> call : calls) {
            call.giveUp();
        }
    }

    private @Nullable Problem problem(List<TaskRun> runs) {
        List<TaskRun> failed = runs.stream().filter(run -> run.state().failed()).toList();

        if (failed.isEmpty()) {
            return null;
        }

        Problem first = failed.get(0).problem();
        String reason = first == null
                ? ""
                : " The first, %s: %s".formatted(failed.get(0).key(), first.message());
        return JobProblems.of(
                "iterations",
                "%d of %d iterations did not succeed.%s".formatted(failed.size(), runs.size(), reason),
                each.task().source());
    }

    private record Finished(int index, TaskRun run) {}
}
