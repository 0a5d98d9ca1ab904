package dev.lakelight.databricks.check;

import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a test by all that is expected of it. */
public final class CheckOfTest {

    private final List<String> unmet = new ArrayList<>();
    private final List<TableDifference> differences = new ArrayList<>();
    private final SourceLocation declaredAt;
    private @Nullable SourceLocation first;

    /** Judge a test that is declared at this place. */
    public CheckOfTest(SourceLocation declaredAt) {
        this.declaredAt = declaredAt;
    }

    /** Say that something that is expected does not hold. */
    public CheckOfTest unmet(String sentence) {
        unmet.add("[%s] %s".formatted(declaredAt, sentence));
        first = first == null ? declaredAt : first;
        return this;
    }

    /**
     * Judge its tables.
     *
     * @param expected what is expected, in order
     * @param found the text that the check has ended with
     * @throws EnvironmentError when that cannot be read, or tells of less than is expected
     */
    public CheckOfTest tables(List<ExpectedTable> expected, String found) {
        List<FoundTable> tables = FoundTables.read(found, expected.size());

        for (int i = 0; i < expected.size(); i++) {
            TableVerdict verdict = TableJudge.judge(expected.get(i), tables.get(i));
            unmet.addAll(verdict.unmet());
            differences.addAll(verdict.differences());
            first = first == null && !verdict.unmet().isEmpty() ? verdict.declaredAt() : first;
        }

        return this;
    }

    /** Return how the test ended. */
    public TestOutcome outcome(Duration duration) {
        if (unmet.isEmpty()) {
            return TestOutcome.passed(duration);
        }

        Problem problem = new Problem(AssertionError.class.getName(), message(), "", first);
        return new TestOutcome(TestStatus.FAILED, duration, problem, differences);
    }

    private String message() {
        if (unmet.size() == 1) {
            return unmet.get(0);
        }

        StringBuilder text = new StringBuilder("%d expectations are not met.".formatted(unmet.size()));

        for (int number = 1; number <= unmet.size(); number++) {
            text.append("\n\n(%d) %s".formatted(number, unmet.get(number - 1)));
        }

        return text.toString();
    }
}
