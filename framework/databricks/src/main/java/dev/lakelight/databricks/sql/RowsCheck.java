package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.suite.ExpectedTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cells that compare the rows of a table with those that are expected: as multisets, NULL equal to NULL, in one aggregation. Rows
 * that are expected count as minus one, those that are there as one; what is not zero at the end differs.
 */
final class RowsCheck {

    private static final String NESTED = "rlike '^(struct|array|map)'";

    private final TextRows rows;
    private final ComparedColumns columns;
    private final List<String> keys;
    private final TableCheck table;

    RowsCheck(ExpectedTable expected, TextRows rows, TableCheck table) {
        this.rows = rows;
        this.columns = ComparedColumns.of(expected, rows);
        this.keys = columns.rule().key();
        this.table = table;
    }

    List<String> cells() {
        return List.of(written(), columnExpressions(), table.immediate("difference", comparable(), difference()));
    }

    private String written() {
        String texts = IntStream.range(0, rows.columns().size())
                .mapToObj(i -> "CAST(c%1$d AS STRING) AS c%1$d".formatted(i))
                .collect(Collectors.joining(", "));
        String nulls = rows.columns().stream().map(column -> "NULL").collect(Collectors.joining(", "));
        boolean none = rows.rows().isEmpty();
        return "CREATE OR REPLACE TEMPORARY VIEW %s AS\nSELECT %s\nFROM VALUES\n%s\nAS written(%s)%s"
                .formatted(
                        table.variable("rows"),
                        texts,
                        none ? "  (" + nulls + ")" : SeedNotebook.values(rows.rows()),
                        SeedNotebook.positions(rows),
                        none ? "\nWHERE false" : "");
    }

    /** How each column is made of its text, and how it is shown, depends on its type, which the engine knows. */
    private String columnExpressions() {
        String names = Sql.array(columns.names().stream().map(Sql::name).toList());
        String texts = Sql.array(columns.names().stream()
                .map(name -> "c" + rows.columns().indexOf(name))
                .toList());
        return """
                DECLARE OR REPLACE VARIABLE %1$s ARRAY<STRING>;
                DECLARE OR REPLACE VARIABLE %2$s ARRAY<STRING>;
                DECLARE OR REPLACE VARIABLE %7$s ARRAY<STRING>;
                SET VAR %7$s = transform(%5$s, (t, i) -> CASE
                  WHEN t %6$s THEN concat('to_json(', %3$s[i], ')') ELSE %3$s[i] END);
                SET VAR %1$s = transform(%5$s, (t, i) -> concat(CASE
                  WHEN t %6$s THEN concat('from_json(', %4$s[i], ', \\'', t, '\\', map(\\'mode\\', \\'FAILFAST\\'))')
                  WHEN t = 'binary' THEN concat('unhex(', %4$s[i], ')')
                  ELSE concat('CAST(', %4$s[i], ' AS ', t, ')') END, ' AS ', %3$s[i]));
                SET VAR %2$s = transform(%5$s, (t, i) -> CASE
                  WHEN t %6$s THEN concat('to_json(', %3$s[i], ')')
                  WHEN t = 'binary' THEN concat('hex(', %3$s[i], ')')
                  WHEN t = 'timestamp' THEN concat('concat(CAST(', %3$s[i], ' AS STRING), date_format(', %3$s[i], ', \\'XXX\\'))')
                  ELSE concat('CAST(', %3$s[i], ' AS STRING)') END)""".formatted(
                        table.variable("typed"),
                        table.variable("shown"),
                        names,
                        texts,
                        table.variable("want"),
                        NESTED,
                        table.variable("ordered"));
    }

    /** Rows are compared when the columns are those that are expected. */
    private String comparable() {
        String condition = "NOT exists(%1$s, t -> t IS NULL) AND %1$s = %2$s"
                .formatted(table.variable("want"), table.typesOfTable(columns.names()));

        if (columns.accepted().isEmpty()) {
            return condition;
        }

        List<String> accepted = columns.accepted().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return "%s AND forall(%s, n -> array_contains(%s, lower(n)))"
                .formatted(condition, table.variable("names"), Sql.array(accepted));
    }

    private String difference() {
        String names = Sql.names(columns.names());
        Dynamic statement = new Dynamic()
                .text("WITH expected AS (SELECT ")
                .expression("array_join(%s, ', ')".formatted(table.variable("typed")))
                .text(" FROM %s),\nactual AS (SELECT %s FROM %s),\n"
                        .formatted(table.variable("rows"), names, table.table()))
                .text(
                        "differing AS (SELECT %1$s, sum(lakelight_side) AS lakelight_n FROM (SELECT %1$s, 1L AS lakelight_side FROM actual UNION ALL SELECT %1$s, -1L AS lakelight_side FROM expected) GROUP BY %1$s HAVING sum(lakelight_side) <> 0L)"
                                .formatted(names));
        new NearRows(columns, table.variable("want")).addTo(statement);
        statement.text(changes());
        statement.text(counts());
        addShown(statement, "lakelight_n < 0L");
        statement.text(", ");
        addShown(statement, "lakelight_n > 0L");
        return statement.text(")))").sql();
    }

    private String changes() {
        return keys.isEmpty()
                ? ",\nchanges AS (SELECT 0L AS lakelight_changed)"
                : ",\nchanges AS (SELECT least(sum(greatest(-lakelight_n, 0L)), sum(greatest(lakelight_n, 0L))) AS lakelight_changed FROM different GROUP BY %s)"
                        .formatted(Sql.names(keys));
    }

    private static String counts() {
        return "\nSELECT to_json(named_struct('missing', (SELECT coalesce(sum(greatest(-lakelight_n, 0L)), 0L) FROM different), 'unexpected', (SELECT coalesce(sum(greatest(lakelight_n, 0L)), 0L) FROM different), 'changed', (SELECT coalesce(sum(lakelight_changed), 0L) FROM changes), 'rows', concat(";
    }

    private void addShown(Dynamic statement, String condition) {
        statement
                .text(
                        "(SELECT collect_list(named_struct('n', lakelight_n, 'cells', lakelight_cells)) FROM (SELECT lakelight_n, array(")
                .expression("array_join(%s, ', ')".formatted(table.variable("shown")))
                .text(") AS lakelight_cells FROM different WHERE %s ORDER BY ".formatted(condition))
                .expression(order())
                .text(" LIMIT %d))".formatted(CheckNotebook.SHOWN_ROWS));
    }

    /** By the key first, so that both sides of a changed row are among the first. */
    private String order() {
        String positions = keys.stream()
                .map(key -> "element_at(%s, %d)"
                        .formatted(table.variable("ordered"), columns.names().indexOf(key) + 1))
                .collect(Collectors.joining(", "));
        return keys.isEmpty()
                ? "array_join(%s, ', ')".formatted(table.variable("ordered"))
                : "array_join(array(%s), ', ') || ', ' || array_join(%s, ', ')"
                        .formatted(positions, table.variable("ordered"));
    }
}
