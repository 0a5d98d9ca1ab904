package dev.lakelight.compare;

import dev.lakelight.difference.ShownCell;
import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns by which rows are paired. */
final class RowKey {

    private static final int SHOWN_VALUES = 3;

    private final StructType schema;
    private final int[] positions;
    private final CellText text;

    private RowKey(StructType schema, int[] positions, CellText text) {
        this.schema = schema;
        this.positions = positions;
        this.text = text;
    }

    /**
     * Find the columns of a key.
     *
     * @throws UserError when there is none of a name, or several are
     */
    static RowKey of(List<String> names, StructType schema, CellText text) {
        int[] positions =
                names.stream().mapToInt(name -> position(name, schema)).toArray();
        return new RowKey(schema, positions, text);
    }

    private static int position(String name, StructType schema) {
        List<String> columns = Arrays.asList(schema.fieldNames());

        if (!columns.contains(name)) {
            String hint = NearestName.to(name, columns)
                    .map(" Perhaps you mean '%s'."::formatted)
                    .orElse("");
            throw new UserError("There is no column '%s' to pair rows by, the columns are %s.%s"
                    .formatted(name, String.join(", ", columns), hint));
        }

        long same = columns.stream().filter(name::equals).count();

        if (same > 1) {
            throw new UserError(
                    ("%d columns are called '%s', so that rows cannot be paired by it. Rename all but one of them,"
                                    + " or name other columns.")
                            .formatted(same, name));
        }

        return columns.indexOf(name);
    }

    /** Return the key's values of a canonical row. */
    List<@Nullable Object> of(List<@Nullable Object> row) {
        return Arrays.stream(positions).mapToObj(row::get).collect(Collectors.toList());
    }

    /** Return where its columns are in a row. */
    int[] positions() {
        return positions.clone();
    }

    /** Return the names of its columns. */
    String names() {
        return Arrays.stream(positions).mapToObj(i -> schema.apply(i).name()).collect(Collectors.joining(", "));
    }

    /** Return which keys several of the rows have, for people; empty when there are none. */
    String repeated(Iterator<List<@Nullable Object>> rows) {
        Map<List<@Nullable Object>, Integer> counts = new LinkedHashMap<>();
        rows.forEachRemaining(row -> counts.merge(of(row), 1, Integer::sum));
        counts.values().removeIf(count -> count == 1);
        String more = counts.size() > SHOWN_VALUES ? " and %d more".formatted(counts.size() - SHOWN_VALUES) : "";
        return counts.entrySet().stream()
                .limit(SHOWN_VALUES)
                .map(entry -> "%s in %d rows".formatted(shown(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", ", "", more));
    }

    private String shown(List<@Nullable Object> values) {
        return IntStream.range(0, positions.length)
                .mapToObj(
                        i -> "%s = %s".formatted(schema.apply(positions[i]).name(), value(values.get(i), positions[i])))
                .collect(Collectors.joining(" and "));
    }

    private String value(@Nullable Object value, int position) {
        return ShownCell.of(text.of(value, schema.apply(position).dataType()));
    }
}
