package dev.lakelight.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.000000001Z");
    private static final TestIdentity FIRST = identity("first");
    private static final TestIdentity SECOND = identity("second");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("lakelight/events.jsonl");
    }

    @Test
    void tellsOfJobsWithTheModulesOfTheirTasks() {
        ModuleRun module = new ModuleRun(
                "load.sql", null, Map.of(), ModuleRun.Outcome.SUCCEEDED, Duration.ofMillis(3), List.of(), "ok", null);
        AttemptRun attempt = new AttemptRun(1, RunState.SUCCESS, NOW, Duration.ofMillis(4), module, null);
        TaskRun inner = task("inner", List.of(attempt), List.of(), null);
        JobRun called = job("called", List.of(inner), null);
        TaskRun each = task("each", List.of(), List.of(task("each[0]", List.of(attempt), List.of(), null)), null);
        JobRun job = job(
                "nightly",
                List.of(each, task("call", List.of(), List.of(), called)),
                new Schedule("0 0 3 * * ?", "UTC", true));

        try (EventLogWriter log = begin()) {
            log.testPlanned(FIRST);
            log.testStarted(FIRST, NOW);
            log.jobRun(FIRST.id(), job);
            log.testFinished(FIRST.id(), TestOutcome.passed(Duration.ofMillis(5)));
            log.suiteFinished(NOW);
        }

        TestResult test = EventLog.read(file).tests().get(0);
        assertThat(test.jobs()).containsExactly(job);
        assertThat(test.runs()).containsExactly(module, module);
    }

    private static JobRun job(String name, List<TaskRun> tasks, @Nullable Schedule schedule) {
        return new JobRun(
                name,
                new SourceLocation("databricks.yml", 3),
                "small",
                Map.of("day", "monday"),
                RunState.SUCCESS,
                NOW,
                Duration.ofSeconds(1),
                tasks,
                schedule,
                List.of("job_clusters"));
    }

    private static TaskRun task(String key, List<AttemptRun> attempts, List<TaskRun> iterations, @Nullable JobRun job) {
        return new TaskRun(
                key,
                "notebook_task",
                List.of(new TaskRun.Edge("other", "true")),
                RunState.SUCCESS,
                NOW,
                Duration.ofMillis(9),
                attempts,
                iterations,
                job,
                "value",
                new Problem("x", "message", "", null));
    }

    @Test
    void tellsWhatRanInTheOrderOfThePlan() {
        try (EventLogWriter log = begin()) {
            log.testPlanned(FIRST);
            log.testPlanned(SECOND);
            log.testStarted(SECOND, NOW);
            log.testFinished(SECOND.id(), TestOutcome.passed(Duration.ofMillis(5)));
            log.testFinished(FIRST.id(), TestOutcome.skipped("no data"));
            log.suiteFinished(NOW.plusSeconds(1));
        }

        SuiteResult suite = EventLog.read(file);

        assertThat(suite.breakdowns()).isEmpty();
        assertThat(suite.versions()).containsEntry("spark", "4.2.0");
        assertThat(suite.startedAt()).isEqualTo(NOW);
        assertThat(suite.finishedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(suite.tests())
                .extracting(test -> test.identity().name(), TestResult::status, TestResult::startedAt)
                .containsExactly(tuple("first", TestStatus.SKIPPED, null), tuple("second", TestStatus.PASSED, NOW));
    }

    @Test
    void acceptsTestsThatWereNotPlanned() {
        try (EventLogWriter log = begin()) {
            log.testStarted(FIRST, NOW);
            log.testFinished(FIRST.id(), TestOutcome.passed(Duration.ZERO));
        }

        SuiteResult suite = EventLog.read(file);

        assertThat(suite.breakdowns()).isEmpty();
        assertThat(suite.tests()).extracting(TestResult::status).containsExactly(TestStatus.PASSED);
    }

    @Test
    void callsTestsLostThatDidNotFinishAndTellsWhatIsKnownOfThem() {
        ModuleRun run = new ModuleRun(
                "a.sql", null, Map.of(), ModuleRun.Outcome.SUCCEEDED, Duration.ZERO, List.of(), null, null);

        try (EventLogWriter log = begin()) {
            log.testPlanned(FIRST);
            log.testPlanned(SECOND);
            log.testStarted(SECOND, NOW);
            log.moduleRun(SECOND.id(), run);
        }

        SuiteResult suite = EventLog.read(file);

        assertThat(suite.finishedAt()).isNull();
        assertThat(suite.tests()).extracting(TestResult::status).containsOnly(TestStatus.LOST);
        assertThat(suite.tests())
                .extracting(test -> test.problem().message())
                .containsExactly(
                        "The test was planned and never started.",
                        "The test started and nothing was heard of it again.");
        assertThat(suite.tests().get(1).runs()).containsExactly(run);
        assertThat(suite.tests().get(1).startedAt()).isEqualTo(NOW);
    }

    @Test
    void tellsOfLostExecutorsAndOtherBreakdowns() {
        try (EventLogWriter log = begin()) {
            log.executorLost("executor 1: killed by signal 9");
            log.breakdown("The class path has two versions of Delta.");
            log.suiteFinished(NOW);
            log.executorLost("executor 2: gone");
        }

        assertThat(EventLog.read(file).breakdowns())
                .containsExactly(
                        "An executor was lost: executor 1: killed by signal 9",
                        "The class path has two versions of Delta.",
                        "An executor was lost: executor 2: gone");
    }

    @Test
    void readsACutLogAsFarAsItGoesAndSaysThatItIsCut() throws IOException {
        try (EventLogWriter log = begin()) {
            log.testPlanned(FIRST);
            log.testStarted(FIRST, NOW);
        }

        append("{\"event\":\"test-fini");

        SuiteResult suite = EventLog.read(file);
        assertThat(suite.tests()).extracting(TestResult::status).containsExactly(TestStatus.LOST);
        assertThat(suite.breakdowns())
                .containsExactly("The event log ends within line 4: the suite JVM was killed while it wrote.");
    }

    @Test
    void saysWhichLineIsBrokenAndReadsTheOthers() throws IOException {
        begin().close();
        append("no json\n{\"event\":\"rain\"}\n[]\n{\"event\":\"suite-finished\",\"at\":\"soon\"}\n");

        try (EventLogWriter other = EventLogWriter.create(directory.resolve("other.jsonl"))) {
            other.testPlanned(FIRST);
        }

        append(Files.readString(directory.resolve("other.jsonl")));

        SuiteResult suite = EventLog.read(file);
        assertThat(suite.tests()).hasSize(1);
        assertThat(suite.breakdowns()).hasSize(4);
        assertThat(suite.breakdowns().get(0))
                .startsWith("Line 2 of the event log cannot be read: Unrecognized token 'no'");
        assertThat(suite.breakdowns().get(1))
                .isEqualTo("Line 3 of the event log cannot be read: unknown event 'rain'.");
        assertThat(suite.breakdowns().get(2)).isEqualTo("Line 4 of the event log cannot be read: not a JSON object.");
        assertThat(suite.breakdowns().get(3))
                .isEqualTo("Line 5 of the event log cannot be read: Text 'soon' could not be parsed at index 0.");
    }

    @Test
    void losesNoMoreThanTheLineThatIsNotText() throws IOException {
        try (EventLogWriter log = begin()) {
            log.breakdown("first");
            log.breakdown("second");
        }

        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n{") + 1] = (byte) 0xff;
        Files.write(file, bytes);

        List<String> breakdowns = EventLog.read(file).breakdowns();
        assertThat(breakdowns).hasSize(2).contains("second");
        assertThat(breakdowns.get(0)).startsWith("Line 2 of the event log cannot be read: ");
    }

    @Test
    void doesNotAcceptAPropertyTooManyOrTooFew() throws IOException {
        begin().close();
        append("{\"event\":\"breakdown\"}\n");
        append("{\"event\":\"breakdown\",\"reason\":\"a\",\"more\":1}\n");

        List<String> breakdowns = EventLog.read(file).breakdowns();

        assertThat(breakdowns).hasSize(2).allMatch(reason -> reason.contains("cannot be read"));
        assertThat(breakdowns.get(0)).contains("'reason'");
        assertThat(breakdowns.get(1)).contains("\"more\"");
    }

    @Test
    void saysWhatIsOutOfPlace() {
        try (EventLogWriter log = begin()) {
            log.testFinished("unheard-of", TestOutcome.passed(Duration.ZERO));
            log.testPlanned(FIRST);
            log.testPlanned(FIRST);
            log.testStarted(FIRST, NOW);
            log.testStarted(FIRST, NOW);
            log.testFinished(FIRST.id(), TestOutcome.passed(Duration.ZERO));
            log.testFinished(FIRST.id(), TestOutcome.passed(Duration.ZERO));
            log.suiteStarted(NOW, Map.of());
            log.suiteFinished(NOW);
            log.testPlanned(SECOND);
        }

        assertThat(EventLog.read(file).breakdowns())
                .containsExactly(
                        "Line 2 of the event log is out of place: test unheard-of was neither planned nor started.",
                        "Line 4 of the event log is out of place: test [engine:x]/first is known already.",
                        "Line 6 of the event log is out of place: test [engine:x]/first has started already.",
                        "Line 8 of the event log is out of place: test [engine:x]/first has finished already.",
                        "Line 9 of the event log is out of place: the suite has started already.",
                        "Line 11 of the event log is out of place: the suite has finished.");
    }

    @Test
    void saysOnceThatTheBeginningIsMissing() {
        try (EventLogWriter log = EventLogWriter.create(file)) {
            log.testPlanned(FIRST);
            log.testStarted(FIRST, NOW);
            log.suiteStarted(NOW, Map.of());
        }

        assertThat(EventLog.read(file).breakdowns())
                .containsExactly(
                        "The event log does not begin with the start of the suite.",
                        "Line 3 of the event log is out of place: the suite starts after other events.");
    }

    @Test
    void doesNotGuessAtALogOfAnotherSchema() throws IOException {
        begin().close();
        Files.writeString(file, Files.readString(file).replace("\"schema\":1", "\"schema\":2"));
        append("anything\n");

        SuiteResult suite = EventLog.read(file);

        assertThat(suite.startedAt()).isNull();
        assertThat(suite.breakdowns())
                .containsExactly("The event log is of schema 2, but this version reads schema 1."
                        + " The Maven plugin and lakelight-junit must be of one version.");
    }

    @Test
    void tellsMissingEmptyAndUnreadableLogs() throws IOException {
        assertThat(EventLog.read(file).breakdowns())
                .containsExactly("The suite left no event log: %s does not exist.".formatted(file));

        EventLogWriter.create(file).close();
        assertThat(EventLog.read(file).breakdowns())
                .containsExactly("The event log is empty: the suite JVM ended before it began.");

        assertThat(EventLog.read(directory).breakdowns())
                .hasSize(1)
                .allMatch(reason -> reason.startsWith("The event log %s cannot be read: ".formatted(directory)));
    }

    @Test
    void keepsLinesWholeWhenManyThreadsWrite() {
        try (EventLogWriter log = begin()) {
            IntStream.range(0, 500).parallel().forEach(number -> {
                TestIdentity test = identity("test " + number + " \n" + "x".repeat(number));
                log.testStarted(test, NOW);
                log.testFinished(test.id(), TestOutcome.passed(Duration.ZERO));
            });
            log.suiteFinished(NOW);
        }

        SuiteResult suite = EventLog.read(file);
        assertThat(suite.breakdowns()).isEmpty();
        assertThat(suite.tests()).hasSize(500).allMatch(test -> test.status() == TestStatus.PASSED);
    }

    @Test
    void survivesThatAWritingThreadIsInterrupted() {
        try (EventLogWriter log = begin()) {
            Thread.currentThread().interrupt();
            log.testPlanned(FIRST);
            assertThat(Thread.interrupted()).isTrue();
            log.testPlanned(SECOND);
        }

        assertThat(EventLog.read(file).tests()).hasSize(2);
    }

    @Test
    void saysThatAFileCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(directory.resolve("blocked"), "").resolve("events.jsonl");

        assertThatThrownBy(() -> EventLogWriter.create(blocked))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot write the event log " + blocked + ": ");
    }

    @Test
    void refusesToWriteAfterItsEnd() {
        EventLogWriter log = begin();
        log.close();

        assertThatThrownBy(() -> log.testPlanned(FIRST))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot write to the event log " + file + ": ");
    }

    private EventLogWriter begin() {
        EventLogWriter log = EventLogWriter.create(file);
        log.suiteStarted(NOW, Map.of("spark", "4.2.0"));
        return log;
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static TestIdentity identity(String name) {
        return new TestIdentity(
                "[engine:x]/" + name, TestKind.JUNIT, "SomeTest", name, new SourceLocation("src/SomeTest.java", 7));
    }
}
