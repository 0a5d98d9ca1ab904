package dev.lakelight.databricks.check;

import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.sql.ComparedColumns;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.difference.DifferenceText;
import dev.lakelight.difference.RuleMessages;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.TableDifference;
import dev.lakelight.scenario.SchemaColumns;
import dev.lakelight.scenario.SchemaColumns.Column;
import dev.lakelight.scenario.TableExpectation;
import dev.lakelight.scenario.TableExpectation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;

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

    /** As on this machine, what does not hold first is told, and the rest of the table is not looked at. */
    private void judge() {
        if (expectation.presence() == Presence.ABSENT) {
            if (found.exists()) {
                fail(RuleMessages.exists(expectation.table()));
            }

            return;
        }

        if (!found.exists()) {
            fail("There is no table %s in the lake.".formatted(expectation.table()));
            return;
        }

        requireFacts();
        judgeContent();

        if (unmet.isEmpty()) {
            judgeCount();
        }

        if (unmet.isEmpty()) {
            judgeRules();
        }
    }

    private void requireFacts() {
        if (found.count() == null) {
            throw new EnvironmentError("The rows of %s were not counted.".formatted(expectation.table()));
        }

        if (rules().size() != found.broken().size()) {
            throw new EnvironmentError("The rules of %s were not all checked.".formatted(expectation.table()));
        }
    }

    private void judgeContent() {
        TextRows rows = expected.rows();

        if (rows != null) {
            add(new RowsJudge(expected, ComparedColumns.of(expected, rows), found).difference(), notes(rows));
        } else if (expectation.schema() != null) {
            judgeSchema(expectation.schema());
        }
    }

    private List<String> notes(TextRows rows) {
        List<String> key = Objects.requireNonNull(expectation.rows()).key();
        List<String> notes = new ArrayList<>();
        notes.add(RuleMessages.sizes(rows.rows().size(), count()));

        if (!key.isEmpty()) {
            notes.add("paired by " + String.join(", ", key));
        }

        return notes;
    }

    private void judgeSchema(String ddl) {
        List<String> columns = SchemaColumns.columns(ddl).orElse(List.of()).stream()
                .map(Column::name)
                .toList();
        add(new SchemaJudge(expected, "'%s'".formatted(ddl), columns, found).exactly(), List.of());

        if (unmet.isEmpty() && !columns.equals(found.columns())) {
            fail("%s has its columns in the order %s, but %s was expected"
                    .formatted(expectation.table(), String.join(", ", found.columns()), String.join(", ", columns)));
        }
    }

    private void add(List<TableDifference> more, List<String> notes) {
        differences.addAll(more);
        more.forEach(difference ->
                fail(DifferenceText.of(difference, difference.schemaTree().isEmpty() ? notes : List.of())));
    }

    private void judgeCount() {
        if (expectation.count() != null && expectation.count() != count()) {
            fail(RuleMessages.otherRowCount(expectation.table(), expectation.count(), count()));
        }
    }

    private long count() {
        return Objects.requireNonNull(found.count());
    }

    private void judgeRules() {
        for (int i = 0; i < found.broken().size() && unmet.isEmpty(); i++) {
            if (found.broken().get(i) > 0) {
                fail(rules().get(i).apply(found.broken().get(i)));
            }
        }
    }

    /** In the order in which they are counted; each says what is wrong when the count is above zero. */
    private List<LongFunction<String>> rules() {
        String table = expectation.table();
        List<LongFunction<String>> rules = new ArrayList<>();

        if (!expectation.rules().unique().isEmpty()) {
            rules.add(broken ->
                    RuleMessages.repeatedKey(table, expectation.rules().unique(), broken));
        }

        expectation
                .rules()
                .references()
                .forEach(reference -> rules.add(broken -> RuleMessages.orphans(
                        table,
                        List.of(reference.column()),
                        "%s (%s)".formatted(reference.table(), reference.targetColumn()),
                        broken)));
        expectation
                .rules()
                .expect()
                .forEach(condition -> rules.add(broken -> RuleMessages.notOnly(table, condition, broken)));
        return rules;
    }

    private void fail(String sentence) {
        unmet.add("[%s] %s".formatted(expectation.source(), sentence));
    }
}
