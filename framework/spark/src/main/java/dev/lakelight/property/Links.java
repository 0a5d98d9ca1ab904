package dev.lakelight.property;

import dev.lakelight.generate.Reference;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys among the tables of a trial.
 *
 * @param tables of the trial
 */
record Links(List<GeneratedTable> tables) {

    /** Return the tables without rows that refer to rows which are not there, however far that leads. */
    List<GeneratedTable> kept() {
        List<GeneratedTable> kept = tables.stream().map(this::kept).toList();
        return kept.equals(tables) ? tables : new Links(kept).kept();
    }

    /** Return whether a table of the trial refers to a column, whose values then have to stay. */
    boolean isReferredTo(GeneratedTable table, String column) {
        return tables.stream()
                .flatMap(each -> each.generator().references().stream())
                .filter(reference -> reference.table().equalsIgnoreCase(table.name()))
                .anyMatch(reference -> targets(reference, table).stream().anyMatch(column::equalsIgnoreCase));
    }

    private GeneratedTable kept(GeneratedTable table) {
        List<Row> rows = table.rows();

        for (Reference reference : table.generator().references()) {
            Optional<GeneratedTable> parent = parent(reference);

            if (parent.isPresent()) {
                Set<List<@Nullable Object>> there =
                        values(parent.get(), targets(reference, parent.get())).collect(Collectors.toSet());
                List<Integer> columns = indexes(table, reference.columns());
                rows = rows.stream()
                        .filter(row -> columns.stream().anyMatch(row::isNullAt) || there.contains(tuple(row, columns)))
                        .toList();
            }
        }

        return table.with(rows);
    }

    /** Other tables are not of the trial: what refers to them stays. */
    private Optional<GeneratedTable> parent(Reference reference) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(reference.table()))
                .findFirst();
    }

    private static List<String> targets(Reference reference, GeneratedTable parent) {
        return reference.tableColumns().isEmpty() ? parent.generator().primaryKey() : reference.tableColumns();
    }

    private static Stream<List<@Nullable Object>> values(GeneratedTable table, List<String> columns) {
        List<Integer> indexes = indexes(table, columns);
        return table.rows().stream().map(row -> tuple(row, indexes));
    }

    private static List<Integer> indexes(GeneratedTable table, List<String> columns) {
        List<String> names = Arrays.asList(table.generator().schema().fieldNames());
        List<Integer> indexes = new ArrayList<>();

        for (String column : columns) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equalsIgnoreCase(column)) {
                    indexes.add(i);
                }
            }
        }

        return indexes;
    }

    private static List<@Nullable Object> tuple(Row row, List<Integer> columns) {
        List<@Nullable Object> tuple = new ArrayList<>();
        columns.forEach(column -> tuple.add(comparable(row.get(column))));
        return tuple;
    }

    /** The columns of a foreign key may have other types of numbers than those that they refer to. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }

        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }
}
