package dev.lakelight.report;

import dev.lakelight.report.PageView.SuiteView;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns tests into what the page shows of them. Cells of passed tests are shown while there is room for them. */
final class TestViews {

    private static final int MESSAGE_LIMIT = 20_000;
    private static final int TRACE_LIMIT = 20_000;
    private static final int LINE_LIMIT = 300;

    private final PageRoom room;
    private final DifferenceFiles files;
    private int number;

    private TestViews(PageRoom room, DifferenceFiles files) {
        this.room = room;
        this.files = files;
    }

    static TestViews of(Report report) {
        PageRoom room = new PageRoom();
        report.suite().tests().stream().filter(TestViews::isBad).forEach(room::reserve);
        return new TestViews(room, DifferenceFiles.of(report));
    }

    SuiteView suite(String name, List<TestResult> tests) {
        Duration duration = tests.stream().map(TestResult::duration).reduce(Duration.ZERO, Duration::plus);
        return new SuiteView(
                PlainText.line(name, LINE_LIMIT),
                Wording.endings(Counts.of(tests)),
                duration.isZero() ? "" : Wording.duration(duration),
                tests.stream().noneMatch(TestViews::isBad),
                tests.stream().map(this::test).toList());
    }

    private TestView test(TestResult test) {
        TestIdentity identity = test.identity();
        Problem problem = test.problem();
        boolean showCells = isBad(test) || room.take(test);
        String message = message(test, problem);
        return new TestView(
                "t" + ++number,
                Wording.status(test.status()),
                isBad(test),
                new TestView.Kind(identity.kind().name(), Wording.kind(identity.kind())),
                PlainText.line(identity.suite(), LINE_LIMIT),
                PlainText.line(identity.name(), LINE_LIMIT),
                location(identity.source()),
                test.duration().isZero() ? "" : Wording.duration(test.duration()),
                PlainText.line(Wording.firstLine(message), LINE_LIMIT),
                rest(test, message),
                problem == null || !isBad(test) ? "" : shown(problem.trace(), TRACE_LIMIT),
                FailedCell.of(test).map(FailedCell::place).orElse(problem == null ? "" : location(problem.location())),
                FailedCell.of(test).map(FailedCell::reason).orElse(""),
                test.differences().stream()
                        .map(difference -> DifferenceView.of(difference, files))
                        .toList(),
                test.jobs().stream().map(JobView::of).toList(),
                test.runs().stream().map(run -> RunView.of(run, showCells)).toList());
    }

    private static String message(TestResult test, @Nullable Problem problem) {
        if (problem != null) {
            return shown(problem.message(), MESSAGE_LIMIT);
        }

        return test.status() == TestStatus.LOST ? "It was planned or started, and never heard of again." : "";
    }

    /** Return the whole message where the first line is not all of it, and no table says the same in a better way. */
    private static String rest(TestResult test, String message) {
        boolean hasMore = !Objects.equals(PlainText.line(Wording.firstLine(message), LINE_LIMIT), message.strip());
        return hasMore && test.differences().isEmpty() ? message : "";
    }

    static String location(@Nullable SourceLocation location) {
        return location == null ? "" : PlainText.line(location.toString(), LINE_LIMIT);
    }

    static String shown(String text, int limit) {
        return PlainText.cut(PlainText.visible(text), limit);
    }

    private static boolean isBad(TestResult test) {
        return test.status() != TestStatus.PASSED && test.status() != TestStatus.SKIPPED;
    }
}
