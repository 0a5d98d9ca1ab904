package dev.lakelight.report;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the page shows, as its template asks for it.
 *
 * @param colour {@code green} or {@code red}
 * @param verdict {@code GREEN} or {@code RED}
 * @param project module whose suite it is
 * @param headline what GREEN means
 * @param label branch, commit and state
 * @param took how long it took
 * @param reasons why it is RED
 * @param failures the tests to look at, with links into the page
 * @param facts what ran on what
 * @param notes what could not be known of the branch
 * @param tallies how many tests ended how
 * @param kinds kinds of tests that occur
 * @param suites the tests, failed suites first
 */
record PageView(
        String colour,
        String verdict,
        String project,
        String headline,
        String label,
        String took,
        List<String> reasons,
        List<TestView> failures,
        List<FactView> facts,
        List<String> notes,
        List<TallyView> tallies,
        List<Choice> kinds,
        List<SuiteView> suites) {

    private static final int LISTED_FAILURES = 20;
    private static final int MANY = 100;
    private static final int SENTENCE = 1_000;

    /** A suite with its tests. */
    record SuiteView(String name, String counts, String duration, boolean good, List<TestView> tests) {}

    /** A number of tests that ended alike, with its share of a bar, in percent. */
    record TallyView(String status, String number, String share, String offset) {}

    /** Something to choose from. */
    record Choice(String value, String label) {}

    static PageView of(Report report) {
        List<SuiteView> suites = suites(report);
        return new PageView(
                report.verdict().colour().name().toLowerCase(Locale.ROOT),
                report.verdict().colour().name(),
                PlainText.line(report.run().project(), 200),
                Wording.green(report.counts()),
                PlainText.line(report.branch().label(), 200),
                Wording.duration(report.run().wallTime()),
                report.verdict().reasons().stream().map(PageView::sentence).toList(),
                failures(suites),
                FactView.of(report),
                notes(report.branch()),
                tallies(report),
                kinds(report),
                suites);
    }

    /** Return how many failed tests are not in the list at the top. */
    String moreFailures() {
        long all = suites.stream()
                .flatMap(suite -> suite.tests().stream())
                .filter(TestView::bad)
                .count();
        return all <= LISTED_FAILURES ? "" : "and " + Wording.number(all - LISTED_FAILURES) + " more below";
    }

    boolean good() {
        return colour.equals("green");
    }

    /** Return whether there are so many tests that printing opens only what is not good. */
    boolean many() {
        return tests() > MANY;
    }

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    boolean hasTests() {
        return !suites.isEmpty();
    }

    boolean hasKinds() {
        return kinds.size() > 1;
    }

    String totalNumber() {
        return Wording.number(tests());
    }

    String totalNoun() {
        return tests() == 1 ? "test" : "tests";
    }

    private long tests() {
        return suites.stream().mapToLong(suite -> suite.tests().size()).sum();
    }

    private static List<TestView> failures(List<SuiteView> suites) {
        return suites.stream()
                .flatMap(suite -> suite.tests().stream())
                .filter(TestView::bad)
                .limit(LISTED_FAILURES)
                .toList();
    }

    private static List<String> notes(BranchFacts branch) {
        Stream<String> contradiction = Stream.ofNullable(branch.contradiction());
        return Stream.concat(contradiction, branch.notes().stream())
                .map(PageView::sentence)
                .toList();
    }

    private static List<TallyView> tallies(Report report) {
        Map<TestStatus, Integer> numbers = new EnumMap<>(TestStatus.class);
        report.suite().tests().forEach(test -> numbers.merge(test.status(), 1, Integer::sum));
        int total = Math.max(1, report.suite().tests().size());
        List<TallyView> tallies = new ArrayList<>();
        double offset = 0;

        for (Map.Entry<TestStatus, Integer> number : numbers.entrySet()) {
            double share = 100.0 * number.getValue() / total;
            String status = Wording.status(number.getKey());
            tallies.add(new TallyView(status, Wording.number(number.getValue()), percent(share), percent(offset)));
            offset += share;
        }

        return tallies;
    }

    private static List<Choice> kinds(Report report) {
        return Stream.of(TestKind.values())
                .filter(kind -> report.suite().tests().stream()
                        .anyMatch(test -> test.identity().kind() == kind))
                .map(kind -> new Choice(kind.name(), Wording.kind(kind) + "s"))
                .toList();
    }

    private static List<SuiteView> suites(Report report) {
        Map<String, List<TestResult>> suites = report.bySuite();
        TestViews views = TestViews.of(report);
        return suites.entrySet().stream()
                .map(suite -> views.suite(suite.getKey(), suite.getValue()))
                .sorted((one, other) -> Boolean.compare(one.good(), other.good()))
                .toList();
    }

    private static String sentence(String text) {
        return PlainText.line(text, SENTENCE);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
