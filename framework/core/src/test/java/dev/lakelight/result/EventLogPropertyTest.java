package dev.lakelight.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class EventLogPropertyTest {

    private static Path file;

    @BeforeContainer
    static void createFile() throws IOException {
        file = Files.createTempFile(Files.createDirectories(Path.of("target")), "events", ".jsonl");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsBackWhatWasWritten(@ForAll("suites") SuiteResult suite) {
        write(suite);

        assertThat(EventLog.read(file)).isEqualTo(suite);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void neverTakesACutLogForAWholeOne(
            @ForAll("suites") SuiteResult suite, @ForAll @DoubleRange(max = 1, maxIncluded = false) double part)
            throws IOException {
        write(suite);
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, (int) (all.length * part)));

        SuiteResult read = EventLog.read(file);

        boolean unfinished = read.finishedAt() == null;
        boolean saysSo = read.breakdowns().size() > suite.breakdowns().size();
        assertThat(unfinished || saysSo).isTrue();
        assertThat(read.tests()).hasSizeLessThanOrEqualTo(suite.tests().size());
    }

    @Provide
    Arbitrary<SuiteResult> suites() {
        return SuiteResults.all();
    }

    private static void write(SuiteResult suite) {
        try (EventLogWriter log = EventLogWriter.create(file)) {
            log.suiteStarted(suite.startedAt(), suite.versions());
            suite.clusters().forEach(log::clusterStarted);
            suite.breakdowns().forEach(log::breakdown);
            suite.tests().forEach(test -> log.testPlanned(test.identity()));
            suite.tests().forEach(test -> write(test, log));

            if (suite.finishedAt() != null) {
                log.suiteFinished(suite.finishedAt());
            }
        }
    }

    private static void write(TestResult test, EventLogWriter log) {
        String id = test.identity().id();

        if (test.startedAt() != null) {
            log.testStarted(test.identity(), test.startedAt());
        }

        test.runs().forEach(run -> log.moduleRun(id, run));

        if (test.status() != TestStatus.LOST) {
            log.testFinished(id, new TestOutcome(test.status(), test.duration(), test.problem(), test.differences()));
        }
    }
}
