package dev.lakelight.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The last words of a run in the log: always the same five lines. */
public final class ClosingBlock {

    private static final int LIMIT = 300;

    private ClosingBlock() {}

    /**
     * Return verdict, counts, branch and commit, the reason, and where the report lies, a line each, safe to print.
     *
     * @param report what is reported
     * @param page path of the report's page, as it shall be shown
     */
    public static List<String> lines(Report report, Path page) {
        return Stream.of(
                        "Lakelight  " + report.verdict().colour(),
                        "Tests      " + Wording.counts(report.counts()),
                        "Branch     " + branch(report),
                        "Why        " + why(report),
                        "Report     " + page)
                .map(line -> PlainText.withoutCommands(PlainText.line(line, LIMIT)))
                .toList();
    }

    private static String branch(Report report) {
        String mergeBase = Wording.mergeBase(report.branch());
        return report.branch().label() + (mergeBase.isEmpty() ? "" : ", merge base " + mergeBase);
    }

    private static String why(Report report) {
        List<String> reasons = report.verdict().reasons();

        if (reasons.isEmpty()) {
            return Wording.green(report.counts());
        }

        String more = reasons.size() == 1 ? "" : " (and %s)".formatted(moreReasons(reasons.size() - 1));
        return PlainText.line(reasons.get(0), LIMIT - 60) + more;
    }

    private static String moreReasons(int count) {
        return count == 1 ? "one more reason" : count + " more reasons";
    }
}
