package dev.lakelight.table;

import static java.util.Objects.requireNonNull;

import dev.lakelight.launch.AtomicFile;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Writes rows as {@link TableReader} reads them, lines end with a line feed, times have their offset. */
public final class TableWriter {

    private static final String QUOTE = "\"";

    private TableWriter() {}

    /**
     * Write the rows of a table into a CSV file with a header, or a JSON file. What it held before is gone, but its form is kept: a
     * header with types, a JSON array in place of an object a line. The file has its old content until it has all of the new one.
     *
     * @throws UserError when the file is of another format, or packed
     */
    public static void write(DataFile file, TableRows rows) {
        if (file.name().endsWith(".gz") || file.format() == DataFile.Format.PARQUET) {
            throw new UserError(
                    "%s cannot be written. Accepted are .csv, .json, .jsonl and .ndjson.".formatted(file.name()));
        }

        FileForm form = FileForm.of(file);
        List<List<@Nullable Object>> values =
                rows.rows().stream().map(PlainValue::values).toList();
        store(file, file.format() == DataFile.Format.CSV ? csv(rows.schema(), values, form) : json(rows, values, form));
    }

    private static String csv(StructType schema, List<List<@Nullable Object>> rows, FileForm form) {
        List<String> header = Stream.of(schema.fields())
                .map(field ->
                        form.hasTypes() ? field.name() + ":" + field.dataType().sql() : field.name())
                .toList();
        return lines(Stream.concat(Stream.of(csv(header)), rows.stream().map(TableWriter::csv)));
    }

    private static String json(TableRows table, List<List<@Nullable Object>> rows, FileForm form) {
        Stream<String> objects = rows.stream().map(values -> json(table.schema(), values));
        return form.isArray() ? objects.collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")) : lines(objects);
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void store(DataFile file, String text) {
        Path unfinished = file.path().resolveSibling(file.path().getFileName() + ".unfinished");

        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            AtomicFile.move(unfinished, file.path());
        } catch (IOException e) {
            throw new EnvironmentError("Cannot write %s: %s".formatted(file.name(), e), e);
        }
    }

    private static String csv(List<? extends @Nullable Object> values) {
        String line = values.stream().map(TableWriter::cell).collect(Collectors.joining(","));
        return line.isEmpty() ? QUOTE + QUOTE : line;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }

        String text = value instanceof List || value instanceof Map
                ? JsonText.write(requireNonNull(written(value)))
                : text(value);
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : QUOTE + text.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
    }

    private static String json(StructType schema, List<@Nullable Object> values) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();

        for (int i = 0; i < values.size(); i++) {
            object.put(schema.fieldNames()[i], written(values.get(i)));
        }

        return JsonText.write(object);
    }

    /** Return what JSON can hold: numbers and booleans, lists and maps of them, and the text of anything else. */
    private static @Nullable Object written(@Nullable Object value) {
        if (value == null) {
            return null;
        }

        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(written(element)));
            return elements;
        }

        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put(text(key), written(each)));
            return entries;
        }

        return value instanceof Boolean || isFinite(value) ? value : text(value);
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
