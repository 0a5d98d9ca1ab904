package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.scenario.ComparisonSpec;
import dev.lakelight.scenario.ComparisonSpec.Option;
import dev.lakelight.scenario.RowsExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which columns of a table are compared.
 *
 * @param names of those that are compared, in the order of the expected rows
 * @param accepted names of all that may be there; empty when any may
 * @param rule how they are compared
 */
public record ComparedColumns(List<String> names, List<String> accepted, RowsExpectation rule) {

    public ComparedColumns {
        names = List.copyOf(names);
        accepted = List.copyOf(accepted);
    }

    /** Choose the columns of expected rows. */
    public static ComparedColumns of(ExpectedTable expected, TextRows rows) {
        RowsExpectation rule = Objects.requireNonNull(expected.expectation().rows());
        ComparisonSpec spec = rule.comparison();
        List<String> names = rows.columns().stream()
                .filter(name -> spec.only().isEmpty() || spec.only().contains(name))
                .filter(name -> !spec.ignore().contains(name))
                .toList();
        return new ComparedColumns(names, accepted(names, spec), rule);
    }

    private static List<String> accepted(List<String> names, ComparisonSpec spec) {
        if (spec.options().contains(Option.PARTIAL) || !spec.only().isEmpty()) {
            return List.of();
        }

        List<String> accepted = new ArrayList<>(names);
        accepted.addAll(spec.ignore());
        return accepted;
    }
}
