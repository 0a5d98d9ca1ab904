package dev.lakelight.assertion;

import static java.util.stream.Collectors.joining;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds the rows that break a rule.
 *
 * @param name of the table, as messages show it
 * @param rows to look at
 */
record RowRules(String name, Dataset<Row> rows) {

    /** Return the keys that occur more than once, and how often. */
    Dataset<Row> repeated(List<String> key) {
        return rows.groupBy(columns(key)).count().where(functions.col("count").gt(1));
    }

    /** Return the rows whose values in some columns are in no row of another table; a NULL among them refers to nothing. */
    Dataset<Row> orphans(List<String> columns, RowRules target, List<String> targetColumns) {
        if (columns.size() != targetColumns.size()) {
            throw new UserError("(%s) of %s cannot refer to (%s) of %s: there must be as many columns."
                    .formatted(String.join(", ", columns), name, String.join(", ", targetColumns), target.name));
        }

        Column[] own = columns(columns);
        Dataset<Row> keys = target.rows
                .select(target.columns(targetColumns))
                .toDF(IntStream.range(0, own.length)
                        .mapToObj("lakelight_key_%d"::formatted)
                        .toArray(String[]::new));
        Column same = IntStream.range(0, own.length)
                .mapToObj(i -> own[i].equalTo(keys.col("lakelight_key_%d".formatted(i))))
                .reduce(Column::and)
                .orElseThrow();
        Column complete =
                Arrays.stream(own).map(Column::isNotNull).reduce(Column::and).orElseThrow();
        return rows.where(complete).join(keys, same, "left_anti");
    }

    /** Return the rows for which a predicate is true. */
    Dataset<Row> matching(String predicate) {
        return where("coalesce((%s), false)", predicate);
    }

    /** Return the rows for which a predicate is false or NULL. */
    Dataset<Row> notMatching(String predicate) {
        return where("NOT coalesce((%s), false)", predicate);
    }

    private Dataset<Row> where(String condition, String predicate) {
        try {
            return rows.where(condition.formatted(predicate));
        } catch (Exception e) {
            // Spark throws its checked exceptions without declaring them.
            throw new UserError(
                    "'%s' is no condition on rows of %s: %s Columns: %s."
                            .formatted(predicate, name, SparkText.sentence(e), String.join(", ", rows.columns())),
                    e);
        }
    }

    private Column[] columns(List<String> names) {
        if (names.isEmpty()) {
            throw new UserError("No column of %s is named. Name at least one.".formatted(name));
        }

        return names.stream().map(this::column).toArray(Column[]::new);
    }

    private Column column(String column) {
        List<String> all = List.of(rows.columns());

        if (all.stream().noneMatch(column::equalsIgnoreCase)) {
            String hint = NearestName.to(column, all)
                    .map(" Perhaps you mean %s."::formatted)
                    .orElse("");
            throw new UserError("%s has no column %s. Columns: %s.%s"
                    .formatted(name, column, all.stream().collect(joining(", ")), hint));
        }

        return rows.col("`%s`".formatted(column.replace("`", "``")));
    }
}
