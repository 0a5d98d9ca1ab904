package dev.lakelight.databricks.suite;

import static java.util.Objects.requireNonNull;

import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.scenario.TableExpectation;
import org.jspecify.annotations.Nullable;

/**
 * What a table must look like afterwards.
 *
 * @param expectation as it is declared
 * @param rows that are expected, or null when any will do
 * @param rowsName what they are called in messages: a file, or {@code the expected rows}
 */
public record ExpectedTable(
        TableExpectation expectation, @Nullable TextRows rows, String rowsName) {

    public ExpectedTable {
        requireNonNull(expectation, "expectation");
        requireNonNull(rowsName, "rowsName");
    }
}
