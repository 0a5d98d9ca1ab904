package dev.lakelight.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts the placeholders of expected rows into those that replace them. A row takes those of the expected row with its key, or else of
 * one that it matches altogether; any row takes a placeholder that a whole column has. Only those are taken that accept the value.
 */
public final class KeptPlaceholders {

    private final int width;
    private final List<Integer> key;
    private final List<@Nullable Object> ofColumns = new ArrayList<>();
    private final List<Row> unused;

    private KeptPlaceholders(TableRows before, List<String> key) {
        List<String> names = Arrays.asList(before.schema().fieldNames());
        this.width = names.size();
        this.key = key.stream().map(names::indexOf).filter(index -> index >= 0).toList();
        IntStream.range(0, width).forEach(column -> ofColumns.add(ofColumn(before.rows(), column)));
        this.unused = new ArrayList<>(
                before.rows().stream().filter(this::hasOwnPlaceholders).toList());
    }

    /**
     * Return rows with the placeholders of others, and with text in quotes that would be taken for a placeholder.
     *
     * @param before expected rows as they were, read with placeholders
     * @param now rows that replace them, with the same columns first
     * @param key columns that tell which row is which; empty for none
     */
    public static TableRows in(TableRows before, TableRows now, List<String> key) {
        KeptPlaceholders kept = new KeptPlaceholders(before, key);
        return new TableRows(now.schema(), now.rows().stream().map(kept::row).toList());
    }

    private Row row(Row now) {
        Optional<Row> old = unused.stream().filter(row -> isOf(now, row)).findFirst();
        old.ifPresent(unused::remove);
        return RowFactory.create(IntStream.range(0, now.length())
                .mapToObj(column -> value(now.get(column), column, old))
                .toArray());
    }

    private boolean isOf(Row now, Row old) {
        Stream<Integer> columns = key.isEmpty() ? IntStream.range(0, width).boxed() : key.stream();
        return columns.allMatch(column -> accepts(old.get(column), now.get(column)));
    }

    private @Nullable Object value(@Nullable Object now, int column, Optional<Row> old) {
        if (column >= width) {
            return Placeholder.quoted(now);
        }

        Object expected = old.isPresent() ? old.get().get(column) : ofColumns.get(column);
        Object placeholder = expected instanceof Placeholder ? expected : ofColumns.get(column);
        return placeholder instanceof Placeholder && accepts(placeholder, now) ? placeholder : Placeholder.quoted(now);
    }

    private boolean hasOwnPlaceholders(Row row) {
        return IntStream.range(0, width)
                .anyMatch(column -> row.get(column) instanceof Placeholder && ofColumns.get(column) == null);
    }

    private static @Nullable Object ofColumn(List<Row> rows, int column) {
        List<Object> values =
                rows.stream().map(row -> row.get(column)).distinct().limit(2).toList();
        return values.size() == 1 && values.get(0) instanceof Placeholder ? values.get(0) : null;
    }

    private static boolean accepts(@Nullable Object expected, @Nullable Object value) {
        Object plain = PlainValue.of(value);
        return expected instanceof Placeholder placeholder
                ? placeholder.accepts(plain)
                : Objects.equals(String.valueOf(PlainValue.of(expected)), String.valueOf(plain));
    }
}
