package dev.lakelight.table;

import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that are written in a scenario or made by a program.
 *
 * @param header the written columns
 * @param rows in order
 */
record InlineTable(Header header, List<WrittenRow> rows) implements RowSource {

    /** Take rows of a scenario; those without column names are by position of the schema's columns. */
    static InlineTable of(InlineRows inline, StructType schema) {
        List<String> names = inline.columns().isEmpty() ? List.of(schema.fieldNames()) : inline.columns();
        List<Place> places = IntStream.range(0, inline.rows().size())
                .mapToObj(i -> place(inline, i))
                .toList();
        Place top = places.isEmpty() ? Place.ofRow(1) : places.get(0);
        List<WrittenRow> rows = IntStream.range(0, places.size())
                .mapToObj(i -> new WrittenRow(places.get(i), inline.rows().get(i)))
                .toList();
        return new InlineTable(new Header(top, names, List.of()), rows);
    }

    /** Take rows of a program, by position of the schema's columns. */
    static InlineTable of(List<Row> rows, StructType schema) {
        List<WrittenRow> written = IntStream.range(0, rows.size())
                .mapToObj(i -> new WrittenRow(Place.ofRow(i + 1), PlainValue.values(rows.get(i))))
                .toList();
        return new InlineTable(new Header(Place.ofRow(1), List.of(schema.fieldNames()), List.of()), written);
    }

    @Override
    public void readInto(RowTyping typing) {
        typing.columns(header);
        rows.forEach(typing::row);
    }

    private static Place place(InlineRows inline, int index) {
        return index < inline.places().size() ? Place.of(inline.places().get(index)) : Place.ofRow(index + 1);
    }
}
