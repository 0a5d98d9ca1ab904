package dev.lakelight.databricks.sql;

import dev.lakelight.configuration.SeedSpec.Source.GeneratedData.ColumnReference;
import dev.lakelight.databricks.suite.TableName;
import dev.lakelight.scenario.TableExpectation;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the rows of a table, and those that break its rules.
 *
 * @param expectation what is expected of it
 * @param table its name in SQL
 */
record TableFacts(TableExpectation expectation, String table) {

    /** Return the expression that gives the statement. The rules are in the order: unique, references, expect. */
    String sql() {
        List<String> broken = new ArrayList<>();

        if (!expectation.rules().unique().isEmpty()) {
            broken.add("(SELECT count(*) FROM (SELECT 1 FROM %s GROUP BY %s HAVING count(*) > 1))"
                    .formatted(table, Sql.names(expectation.rules().unique())));
        }

        expectation.rules().references().forEach(reference -> broken.add(withoutTarget(reference)));
        expectation.rules().expect().forEach(condition -> broken.add(without(condition)));
        String rules =
                broken.isEmpty() ? "CAST(array() AS ARRAY<BIGINT>)" : "array(%s)".formatted(String.join(", ", broken));
        return Sql.literal("SELECT to_json(named_struct('count', (SELECT count(*) FROM %s), 'rules', %s))"
                .formatted(table, rules));
    }

    private String withoutTarget(ColumnReference reference) {
        return "(SELECT count(*) FROM %s s LEFT ANTI JOIN %s t ON s.%s = t.%s WHERE s.%s IS NOT NULL)"
                .formatted(
                        table,
                        Sql.table(TableName.of(reference.table())),
                        Sql.name(reference.column()),
                        Sql.name(reference.targetColumn()),
                        Sql.name(reference.column()));
    }

    private String without(String condition) {
        return "(SELECT count(*) FROM %s WHERE NOT coalesce((%s\n), false))".formatted(table, condition);
    }
}
