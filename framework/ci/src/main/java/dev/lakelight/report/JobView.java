package dev.lakelight.report;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TaskRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job on the page.
 *
 * @param name of the job
 * @param source where it is declared
 * @param state how it ended
 * @param failed whether it did not succeed
 * @param duration in words
 * @param parameters that it ran with
 * @param schedule when Databricks would start it; empty when it has none
 * @param ignored settings without effect here; empty when there are none
 * @param graph the picture of its tasks
 * @param tasks in order, with iterations
 * @param jobs that its tasks have run
 */
record JobView(
        String name,
        String source,
        String state,
        boolean failed,
        String duration,
        List<RunView.Parameter> parameters,
        String schedule,
        String ignored,
        JobGraph graph,
        List<Row> tasks,
        List<JobView> jobs) {

    private static final int LIMIT = 2_000;

    /**
     * A task in the table.
     *
     * @param key with the number of the iteration where it is one
     * @param kind as job files call it
     * @param style class of its state
     * @param state how it ended
     * @param attempts how many there were; empty when it was not run
     * @param began how long after the job; empty when it was not run
     * @param duration in words; empty when it was not run
     * @param value exit value or outcome; empty when there is none
     * @param problem why it did not succeed; empty when it did
     */
    record Row(
            String key,
            String kind,
            String style,
            String state,
            String attempts,
            String began,
            String duration,
            String value,
            String problem) {}

    static JobView of(JobRun run) {
        return new JobView(
                PlainText.line(run.name(), LIMIT),
                PlainText.line(run.source().toString(), LIMIT),
                run.state().name(),
                run.state().failed(),
                Wording.duration(run.duration()),
                Secrets.redacted(run.parameters()).entrySet().stream()
                        .map(entry -> new RunView.Parameter(
                                PlainText.line(entry.getKey(), LIMIT), DataText.of(entry.getValue())))
                        .toList(),
                run.schedule() == null ? "" : ScheduleText.of(run.schedule(), run.startedAt()),
                PlainText.line(String.join(", ", run.ignored()), LIMIT),
                JobGraph.of(run.tasks()),
                run.tasks().stream()
                        .flatMap(task -> rows(task, run.startedAt()))
                        .toList(),
                inner(run.tasks()).map(JobView::of).toList());
    }

    boolean hasParameters() {
        return !parameters.isEmpty();
    }

    private static Stream<JobRun> inner(List<TaskRun> tasks) {
        return tasks.stream().flatMap(task -> Stream.concat(Stream.ofNullable(task.job()), inner(task.iterations())));
    }

    static Stream<Row> rows(TaskRun task, Instant start) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(task, start));
        task.iterations().forEach(iteration -> rows.add(row(iteration, start)));
        return rows.stream();
    }

    private static Row row(TaskRun task, Instant start) {
        Instant began = task.startedAt();
        return new Row(
                PlainText.line(task.key(), LIMIT),
                PlainText.line(task.kind(), LIMIT),
                JobGraph.style(task),
                task.state().name(),
                task.attempts().isEmpty() ? "" : Wording.number(task.attempts().size()),
                began == null ? "" : "+" + Wording.duration(notNegative(Duration.between(start, began))),
                began == null ? "" : Wording.duration(task.duration()),
                task.value() == null ? "" : PlainText.line(task.value(), 200),
                problem(task.problem()));
    }

    /** The clock may have been set back in between. */
    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static String problem(@Nullable Problem problem) {
        return problem == null ? "" : PlainText.line(Wording.firstLine(problem.message()), 500);
    }
}
