package dev.lakelight.report;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JUnit XML as surefire writes it, with {@code file} and {@code line} on test cases. Lost tests are errors of type
 * {@code lost}. There is no standard; this is what Jenkins, GitLab, Azure Pipelines, CircleCI and GitHub's reporters read.
 */
final class JunitXml {

    private static final int MESSAGE_LIMIT = 1_000;
    private static final int TEXT_LIMIT = 100_000;

    private final XmlText xml = new XmlText();

    private JunitXml() {}

    /** Return the file of one suite. */
    static String suite(String suite, List<TestResult> tests, Report report) {
        JunitXml junit = new JunitXml();
        junit.start(suite, Counts.of(tests), report);
        junit.xml.attribute("time", Wording.seconds(total(tests)));
        junit.xml.attribute("timestamp", timestamp(start(tests, report)));
        tests.forEach(junit::testCase);
        return junit.xml.end();
    }

    /** Return whether a run is RED and no test says why: servers that read nothing but test cases would take it for good. */
    static boolean needsVerdict(Report report) {
        Counts counts = report.counts();
        boolean testsSayWhy = counts.failed() + counts.errors() + counts.lost() > 0;
        return !report.verdict().isGreen()
                && (!testsSayWhy || !report.suite().breakdowns().isEmpty());
    }

    /** Return a file with the verdict as its only test, which is an error. */
    static String verdict(Report report) {
        JunitXml junit = new JunitXml();
        String reasons = String.join("\n", report.verdict().reasons());
        junit.start("lakelight.verdict", new Counts(0, 0, 1, 0, 0), report);
        junit.xml.attribute("time", Wording.seconds(report.run().wallTime()));
        junit.xml.attribute("timestamp", timestamp(report.suite().startedAt()));
        junit.xml.start("testcase");
        junit.xml.attribute("classname", "lakelight.verdict");
        junit.xml.attribute("name", "verdict");
        junit.xml.attribute("time", "0.000");
        junit.xml.start("error");
        junit.xml.attribute("message", message(reasons));
        junit.xml.attribute("type", "verdict");
        junit.xml.cdata(reasons);
        return junit.xml.end();
    }

    private void start(String suite, Counts counts, Report report) {
        xml.start("testsuite");
        xml.attribute("name", SuiteFileNames.className(suite));
        xml.attribute("tests", String.valueOf(counts.total()));
        xml.attribute("errors", String.valueOf(counts.errors() + counts.lost()));
        xml.attribute("failures", String.valueOf(counts.failed()));
        xml.attribute("skipped", String.valueOf(counts.skipped()));
        xml.attribute("hostname", report.run().host());
    }

    private void testCase(TestResult test) {
        xml.start("testcase");
        xml.attribute("classname", SuiteFileNames.className(test.identity().suite()));
        xml.attribute("name", PlainText.line(test.identity().name(), MESSAGE_LIMIT));
        xml.attribute("time", Wording.seconds(test.duration()));
        source(test.identity().source());
        outcome(test);
        systemOut(test);
        xml.close();
    }

    private void source(@Nullable SourceLocation source) {
        if (source == null) {
            return;
        }

        xml.attribute("file", PlainText.line(source.file(), MESSAGE_LIMIT));

        if (source.line() > 0) {
            xml.attribute("line", String.valueOf(source.line()));
        }
    }

    private void outcome(TestResult test) {
        switch (test.status()) {
            case PASSED -> {}
            case SKIPPED -> skipped(test.problem());
            case FAILED -> problem("failure", test);
            case ERROR, LOST -> problem("error", test);
        }
    }

    private void skipped(@Nullable Problem reason) {
        xml.start("skipped");

        if (reason != null) {
            xml.attribute("message", message(reason.message()));
        }

        xml.close();
    }

    private void problem(String element, TestResult test) {
        Problem problem = test.problem();
        boolean lost = test.status() == TestStatus.LOST;
        xml.start(element);
        xml.attribute("message", message(problem == null ? "The test was lost." : problem.message()));
        xml.attribute("type", lost || problem == null ? "lost" : problem.type());
        xml.cdata(PlainText.cut(ProblemText.of(test), TEXT_LIMIT));
        xml.close();
    }

    private void systemOut(TestResult test) {
        String log = CellLog.of(test);

        if (!log.isEmpty()) {
            xml.start("system-out");
            xml.cdata(withoutAttachments(PlainText.cut(log, TEXT_LIMIT)));
            xml.close();
        }
    }

    // Jenkins and GitLab take [[ATTACHMENT|/any/file]] in printed text for the wish to publish that file.
    private static String withoutAttachments(String log) {
        return log.replace("[[ATTACHMENT|", "[[ATTACHMENT |");
    }

    private static String message(String text) {
        return PlainText.line(Wording.firstLine(text), MESSAGE_LIMIT);
    }

    private static Duration total(List<TestResult> tests) {
        return tests.stream().map(TestResult::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private static @Nullable Instant start(List<TestResult> tests, Report report) {
        return tests.stream()
                .map(TestResult::startedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(report.suite().startedAt());
    }

    // In UTC and without saying so, as the format has no place for a zone.
    private static @Nullable String timestamp(@Nullable Instant instant) {
        return instant == null
                ? null
                : ISO_LOCAL_DATE_TIME.format(
                        LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(SECONDS));
    }
}
