package dev.lakelight.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws values column by column, whatever constraints say.
 *
 * @param draw of the table
 * @param names of the columns
 * @param values that they may have
 * @param edges of these values
 */
record RowDraft(Draw draw, List<String> names, List<ColumnValues> values, List<List<@Nullable Object>> edges) {

    static RowDraft of(Draw draw, List<String> names, List<ColumnValues> values) {
        return new RowDraft(
                draw, names, values, values.stream().map(ColumnValues::edges).toList());
    }

    /** Return the values of a row: those of the first attempt, or in each column either these or others. */
    @Nullable
    Object[] row(int number, int attempt) {
        List<@Nullable Object> row = new ArrayList<>();
        IntStream.range(0, names.size()).forEach(column -> row.add(value(column, number, attempt)));
        return row.toArray();
    }

    private @Nullable Object value(int column, int number, int attempt) {
        Random random = draw.of(names.get(column), number, attempt);

        if (attempt == 0 || random.nextBoolean()) {
            return first(column, number);
        }

        List<@Nullable Object> some = edges.get(column);
        return random.nextBoolean()
                ? some.get(random.nextInt(some.size()))
                : values.get(column).random(random);
    }

    private @Nullable Object first(int column, int number) {
        List<@Nullable Object> some = edges.get(column);
        return number < some.size()
                ? some.get(number)
                : values.get(column).random(draw.of(names.get(column), number, 0));
    }
}
