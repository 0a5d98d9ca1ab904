package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.databricks.suite.TableName;
import dev.lakelight.scenario.SchemaColumns;
import dev.lakelight.scenario.SchemaColumns.Column;
import dev.lakelight.scenario.TableExpectation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cells that look at one table. Each finding is in a variable of the session that has the table's number in its name. */
final class TableCheck {

    private static final String NOTHING = "'SELECT CAST(NULL AS STRING)'";

    private final ExpectedTable expected;
    private final TableName name;
    private final int number;

    TableCheck(ExpectedTable expected, int number) {
        this.expected = expected;
        this.name = TableName.of(expected.expectation().table());
        this.number = number;
    }

    List<String> cells() {
        List<String> cells = new ArrayList<>();
        cells.add(columns());
        cells.add(wantedTypes());
        TextRows rows = expected.rows();

        if (rows == null) {
            cells.add("DECLARE OR REPLACE VARIABLE %s STRING".formatted(variable("difference")));
        } else {
            cells.addAll(new RowsCheck(expected, rows, this).cells());
        }

        cells.add(immediate("facts", exists(), new TableFacts(expected.expectation(), table()).sql()));
        return cells;
    }

    /** Return the expression that gives what was found as JSON. */
    String result() {
        return "'{\"columns\":', to_json(%s), ',\"types\":', to_json(%s), ',\"want\":', coalesce(to_json(%s), 'null'), ',\"difference\":', coalesce(%s, 'null'), ',\"facts\":', coalesce(%s, 'null'), '}'"
                .formatted(
                        variable("names"),
                        variable("types"),
                        variable("want"),
                        variable("difference"),
                        variable("facts"));
    }

    String variable(String of) {
        return "lakelight_%s_%d".formatted(of, number);
    }

    String table() {
        return Sql.table(name);
    }

    private String exists() {
        return "size(%s) > 0".formatted(variable("names"));
    }

    /** A table without a column does not exist. */
    private String columns() {
        String types = new Dynamic()
                .text("SELECT array(")
                .expression(
                        "array_join(transform(%s, n -> concat('typeof(any_value(`', replace(n, '`', '``'), '`))')), ', ')"
                                .formatted(variable("names")))
                .text(") FROM " + table())
                .sql();
        return """
                DECLARE OR REPLACE VARIABLE %1$s ARRAY<STRING>;
                DECLARE OR REPLACE VARIABLE %2$s ARRAY<STRING>;
                SET VAR %1$s = (
                  SELECT transform(array_sort(collect_list(struct(ordinal_position, column_name))), c -> c.column_name)
                  FROM information_schema.columns
                  WHERE lower(table_schema) = lower(%3$s) AND lower(table_name) = lower(%4$s));
                SET VAR lakelight_sql = CASE WHEN %5$s THEN %6$s ELSE 'SELECT CAST(array() AS ARRAY<STRING>)' END;
                EXECUTE IMMEDIATE lakelight_sql INTO %2$s""".formatted(
                        variable("names"),
                        variable("types"),
                        Sql.literal(name.schema()),
                        Sql.literal(name.table()),
                        exists(),
                        types);
    }

    /** The types that the columns must have, as the engine writes them. */
    private String wantedTypes() {
        return """
                DECLARE OR REPLACE VARIABLE %1$s ARRAY<STRING>;
                SET VAR %1$s = %2$s""".formatted(variable("want"), want());
    }

    private String want() {
        TextRows rows = expected.rows();
        String schema = expected.expectation().schema();

        if (rows != null) {
            List<String> columns = ComparedColumns.of(expected, rows).names();
            return rows.areTyped() ? typesOf(rows, columns) : typesOfTable(columns);
        }

        return schema == null || expected.expectation().presence() == Presence.ABSENT
                ? "CAST(NULL AS ARRAY<STRING>)"
                : canonical(SchemaColumns.columns(schema).orElse(List.of()).stream()
                        .map(Column::type)
                        .toList());
    }

    private static String typesOf(TextRows rows, List<String> columns) {
        return canonical(IntStream.range(0, rows.columns().size())
                .filter(i -> columns.contains(rows.columns().get(i)))
                .mapToObj(rows.types()::get)
                .toList());
    }

    private static String canonical(List<String> types) {
        return types.stream()
                .map("typeof(CAST(NULL AS %s))"::formatted)
                .collect(Collectors.joining(", ", "array(", ")"));
    }

    /** Return the expression of the types that columns have, NULL for one that is not there. */
    String typesOfTable(List<String> columns) {
        return "transform(%s, c -> try_element_at(map_from_arrays(transform(%s, n -> lower(n)), %s), lower(c)))"
                .formatted(Sql.array(columns), variable("names"), variable("types"));
    }

    /** Return a cell that runs a statement where a condition holds, and keeps the one text that it gives. */
    String immediate(String finding, String condition, String statement) {
        return """
                DECLARE OR REPLACE VARIABLE %1$s STRING;
                SET VAR lakelight_sql = CASE WHEN %2$s THEN %3$s ELSE %4$s END;
                EXECUTE IMMEDIATE lakelight_sql INTO %1$s""".formatted(variable(finding), condition, statement, NOTHING);
    }
}
