package dev.lakelight.databricks.check;

import dev.lakelight.databricks.sql.ComparedColumns;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.TableDifference;
import dev.lakelight.scenario.SchemaColumns;
import dev.lakelight.scenario.SchemaColumns.Column;
import dev.lakelight.scenario.TableExpectation;
import dev.lakelight.scenario.TableExpectation.Presence;
import java.util.ArrayList;
import java.util.List;

/** Compares what was found of a table with what is expected of it. */
final class TableJudge {

    private final ExpectedTable expected;
    private final TableExpectation expectation;
    private final FoundTable found;
    private final List<String> unmet = new ArrayList<>();
    private final List<TableDifference> differences = new ArrayList<>();

    private TableJudge(ExpectedTable expected, FoundTable found) {
        this.expected = expected;
        this.expectation = expected.expectation();
        this.found = found;
    }

    /**
     * Judge a table.
     *
     * @throws EnvironmentError when something was not looked at that should have been
     */
    static TableVerdict judge(ExpectedTable expected, FoundTable found) {
        TableJudge judge = new TableJudge(expected, found);
        judge.judge();
        return new TableVerdict(expected.expectation().source(), judge.unmet, judge.differences);
    }

    private void judge() {
        if (expectation.presence() == Presence.ABSENT) {
            if (found.exists()) {
                fail("expected no table %s, but there is one.".formatted(expectation.table()));
            }

            return;
        }

        if (!found.exists()) {
            fail("expected a table %s, but there is none.".formatted(expectation.table()));
            return;
        }

        judgeRows();
        judgeCounts();
    }

    private void judgeRows() {
        if (expected.rows() != null) {
            add(new RowsJudge(expected, ComparedColumns.of(expected, expected.rows()), found).difference());
        } else if (expectation.schema() != null) {
            List<String> columns = SchemaColumns.columns(expectation.schema()).orElse(List.of()).stream()
                    .map(Column::name)
                    .toList();
            add(new SchemaJudge(expected, columns, found).exactly());
        }
    }

    private void add(List<TableDifference> more) {
        differences.addAll(more);
        more.forEach(difference -> fail(DifferenceSentence.of(difference)));
    }

    private void judgeCounts() {
        if (found.count() == null) {
            throw new EnvironmentError("The rows of %s were not counted.".formatted(expectation.table()));
        }

        if (expectation.count() != null && !expectation.count().equals(found.count())) {
            fail("expected %d rows in %s, but there are %d."
                    .formatted(expectation.count(), expectation.table(), found.count()));
        }

        List<String> rules = rules();

        if (rules.size() != found.broken().size()) {
            throw new EnvironmentError("The rules of %s were not all checked.".formatted(expectation.table()));
        }

        for (int i = 0; i < rules.size(); i++) {
            if (found.broken().get(i) > 0) {
                fail(rules.get(i).formatted(found.broken().get(i)));
            }
        }
    }

    /** In the order in which they are counted; each says what is wrong when the count is above zero. */
    private List<String> rules() {
        List<String> rules = new ArrayList<>();

        if (!expectation.rules().unique().isEmpty()) {
            rules.add(escaped("expected unique values of (%s) in %s, but "
                            .formatted(String.join(", ", expectation.rules().unique()), expectation.table()))
                    + "%d of them occur more than once.");
        }

        expectation
                .rules()
                .references()
                .forEach(reference -> rules.add(escaped("expected the values of %s.%s in %s.%s, but "
                                .formatted(
                                        expectation.table(),
                                        reference.column(),
                                        reference.table(),
                                        reference.targetColumn()))
                        + "those of %d rows are not there."));
        expectation
                .rules()
                .expect()
                .forEach(condition -> rules.add(
                        escaped("expected only rows in %s where %s, but ".formatted(expectation.table(), condition))
                                + "%d rows are others."));
        return rules;
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private void fail(String sentence) {
        unmet.add("[%s] %s".formatted(expectation.source(), sentence));
    }
}
