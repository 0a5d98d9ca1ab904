package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.Schedule;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TaskRun;
import dev.lakelight.result.TaskRun.Edge;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobReportTest {

    private static final Instant START = Instant.parse("2026-03-27T12:00:00Z");
    private static final String HOSTILE = "<script>alert('x')</script>";

    @Test
    void drawsEachTaskRightOfWhatItWaitsFor() {
        JobGraph graph = JobGraph.of(nightly().tasks());

        assertThat(graph.nodes())
                .extracting(node -> "%s %d,%d %s".formatted(node.label(), node.x(), node.y(), node.style()))
                .containsExactly(
                        "load 4,4 success",
                        "any 184,4 success",
                        "customers 364,4 failed",
                        "orders 364,70 success",
                        "none 364,136 excluded",
                        "report 544,4 upstream_failed");
        assertThat(graph.edges())
                .extracting(JobGraph.Edge::outcome)
                .containsExactly("", "true", "true", "false", "", "");
        assertThat(graph.width()).isEqualTo(694);
        assertThat(graph.height()).isEqualTo(188);
    }

    @Test
    void drawsTasksThatDependOnEachOtherOrOnNothingKnown() {
        JobGraph graph = JobGraph.of(List.of(
                task("a", RunState.CANCELED, edge("b")), task("b", RunState.CANCELED, edge("a"), edge("missing"))));

        assertThat(graph.nodes()).hasSize(2);
        assertThat(graph.edges()).hasSize(2);
    }

    @Test
    void showsGraphTableScheduleAndWhatIsIgnored() {
        String page = HtmlPage.of(SampleReports.report(List.of(test(nightly()))));

        assertThat(page)
                .contains("<h4>Job <code>nightly</code> <span class=\"outcome\">FAILED in 5.0 s</span></h4>")
                .contains("<svg class=\"dag\" width=\"694\" height=\"188\"")
                .contains("<g class=\"node failed\"><title>customers: FAILED 2.0 s</title>")
                .contains("Without effect here: job_clusters")
                .contains("Schedule 0 0 3 * * ? in Europe/Vienna: next 2026-03-28 03:00:00 +01:00")
                .contains("<td class=\"state\">UPSTREAM_FAILED</td>")
                .contains("<code>customers[1]</code>");
    }

    @Test
    void escapesWhatJobsSay() {
        TaskRun task = new TaskRun(
                HOSTILE,
                HOSTILE,
                List.of(new Edge(HOSTILE, HOSTILE)),
                RunState.FAILED,
                START,
                Duration.ZERO,
                List.of(),
                List.of(),
                null,
                HOSTILE,
                new Problem("x", HOSTILE, "", null));
        JobRun job = new JobRun(
                HOSTILE,
                new SourceLocation(HOSTILE, 1),
                null,
                Map.of(HOSTILE, HOSTILE),
                RunState.FAILED,
                START,
                Duration.ZERO,
                List.of(task),
                new Schedule(HOSTILE, HOSTILE, true),
                List.of(HOSTILE));

        Report report = SampleReports.report(List.of(test(job)));

        assertThat(HtmlPage.of(report)).doesNotContain(HOSTILE).contains("&lt;script&gt;");
        assertThat(SummaryMarkdown.of(report)).doesNotContain(HOSTILE);
    }

    @Test
    void listsTheTasksInTheSummary() {
        assertThat(SummaryMarkdown.of(SampleReports.report(List.of(test(nightly())))))
                .contains("""
                        ## Jobs

                        **nightly** ended with FAILED in 5.0 s, run by: a job

                        | Task | State | Attempts | Began | Time |
                        |---|---|---:|---:|---:|
                        | load | SUCCESS | 1 | +1.0 s | 2.0 s |
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 0 3 * * ?      | Europe/Vienna | 0 0 3 * * ? in Europe/Vienna: next 2026-03-28 03:00:00 +01:00, 2026-03-29 03:00:00 +02:00, 2026-03-30 03:00:00 +02:00
                    0 30 9 1 1 ? 2026 | UTC          | 0 30 9 1 1 ? 2026 in UTC: never again
                    0 0 8 ? * MON     | UTC          | 0 0 8 ? * MON in UTC: next 2026-03-30 08:00:00 Z, 2026-04-06 08:00:00 Z, 2026-04-13 08:00:00 Z
                    """)
    void tellsTheNextRunsOfASchedule(String cron, String zone, String text) {
        assertThat(ScheduleText.of(new Schedule(cron, zone, false), START)).isEqualTo(text);
    }

    @Test
    void saysWhatIsWrongWithASchedule() {
        assertThat(ScheduleText.of(new Schedule("every day", "UTC", true), START))
                .startsWith("every day in UTC, paused: not a schedule, ");
        assertThat(ScheduleText.of(new Schedule("0 0 3 * * ?", "Vienna", false), START))
                .isEqualTo("0 0 3 * * ? in Vienna: not a schedule, Unknown time-zone ID: Vienna");
    }

    static JobRun nightly() {
        TaskRun customers = new TaskRun(
                "customers",
                "for_each_task",
                List.of(new Edge("any", "true")),
                RunState.FAILED,
                START.plusSeconds(2),
                Duration.ofSeconds(2),
                List.of(attempt(RunState.FAILED)),
                List.of(task("customers[0]", RunState.SUCCESS), task("customers[1]", RunState.FAILED)),
                null,
                null,
                new Problem("iterations", "1 of 2 iterations did not succeed.", "", null));
        List<TaskRun> tasks = List.of(
                task("load", RunState.SUCCESS),
                task("any", RunState.SUCCESS, edge("load")),
                customers,
                task("orders", RunState.SUCCESS, new Edge("any", "true")),
                task("none", RunState.EXCLUDED, new Edge("any", "false")),
                task("report", RunState.UPSTREAM_FAILED, edge("customers"), edge("orders")));
        return new JobRun(
                "nightly",
                new SourceLocation("databricks.yml", 5),
                "small",
                Map.of("day", "monday"),
                RunState.FAILED,
                START,
                Duration.ofSeconds(5),
                tasks,
                new Schedule("0 0 3 * * ?", "Europe/Vienna", false),
                List.of("job_clusters"));
    }

    private static Edge edge(String task) {
        return new Edge(task, null);
    }

    private static AttemptRun attempt(RunState state) {
        return new AttemptRun(1, state, START, Duration.ofSeconds(2), null, null);
    }

    private static TaskRun task(String key, RunState state, Edge... edges) {
        boolean ran = state == RunState.SUCCESS || state == RunState.FAILED;
        @Nullable Instant startedAt = ran ? START.plusSeconds(1) : null;
        return new TaskRun(
                key,
                "notebook_task",
                List.of(edges),
                state,
                startedAt,
                Duration.ofSeconds(2),
                ran ? List.of(attempt(state)) : List.of(),
                List.of(),
                null,
                null,
                null);
    }

    static TestResult test(JobRun job) {
        TestIdentity identity = new TestIdentity("id", TestKind.SCENARIO, "jobs.yml", "a job", null);
        return new TestResult(
                identity,
                TestStatus.ERROR,
                START,
                Duration.ofSeconds(6),
                new Problem("x", "the job failed", "", null),
                job.moduleRuns(),
                List.of(),
                List.of(job));
    }
}
