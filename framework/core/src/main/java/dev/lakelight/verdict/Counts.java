package dev.lakelight.verdict;

import static java.util.stream.Collectors.groupingBy;

import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many tests ended how. */
public record Counts(int passed, int failed, int errors, int skipped, int lost) {

    /** Count tests. */
    public static Counts of(Collection<TestResult> tests) {
        return new Counts(
                count(tests, TestStatus.PASSED),
                count(tests, TestStatus.FAILED),
                count(tests, TestStatus.ERROR),
                count(tests, TestStatus.SKIPPED),
                count(tests, TestStatus.LOST));
    }

    /** Count tests by where they were declared; kinds without tests are left out. */
    public static Map<TestKind, Counts> byKind(Collection<TestResult> tests) {
        Map<TestKind, List<TestResult>> groups =
                tests.stream().collect(groupingBy(test -> test.identity().kind()));
        Map<TestKind, Counts> counts = new EnumMap<>(TestKind.class);
        groups.forEach((kind, group) -> counts.put(kind, of(group)));
        return counts;
    }

    /** Return the number of all tests. */
    public int total() {
        return passed + failed + errors + skipped + lost;
    }

    private static int count(Collection<TestResult> tests, TestStatus status) {
        return (int) tests.stream().filter(test -> test.status() == status).count();
    }
}
