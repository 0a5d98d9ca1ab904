package dev.lakelight.compare;

import dev.lakelight.difference.Abbreviation;
import dev.lakelight.difference.ShownCell;
import dev.lakelight.difference.ShownShare;
import dev.lakelight.difference.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Shows the first rows of a table. */
public final class RowSample {

    private RowSample() {}

    /** Return an aligned table of at most twenty rows, indented, with a line for the names of the columns. */
    public static String text(ComparedTable table) {
        StructType schema = table.schema();
        CellText text = new CellText(table.zone());
        CanonicalRow canonical = CanonicalRow.of(schema);
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.of(schema.fieldNames()).map(ShownCell::of).toList());

        for (Row row : table.head(ShownShare.MOST)) {
            List<@Nullable Object> values = canonical.of(row);
            lines.add(IntStream.range(0, schema.size())
                    .mapToObj(i -> ShownCell.of(Abbreviation.middle(
                            text.of(values.get(i), schema.apply(i).dataType()))))
                    .toList());
        }

        return new TextTable(lines)
                .lines().stream().map(line -> ("  " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
