package dev.lakelight.table;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Writes rows as {@link TableReader} reads them, always in the same way: lines end with a line feed, times have their offset. */
public final class TableWriter {

    private static final String QUOTE = "\"";

    private TableWriter() {}

    /**
     * Write the rows of a table into a CSV file with a header, or a JSON file with an object a line; what it held before is gone.
     *
     * @throws UserError when the file is of another format, or packed
     */
    public static void write(DataFile file, TableRows rows) {
        List<String> lines = new ArrayList<>();

        if (file.name().endsWith(".gz") || file.format() == DataFile.Format.PARQUET) {
            throw new UserError(
                    "%s cannot be written. Accepted are .csv, .json, .jsonl and .ndjson.".formatted(file.name()));
        }

        boolean csv = file.format() == DataFile.Format.CSV;

        if (csv) {
            lines.add(csv(Arrays.asList(rows.schema().fieldNames())));
        }

        rows.rows().stream()
                .map(PlainValue::values)
                .map(values -> csv ? csv(values) : json(rows.schema(), values))
                .forEach(lines::add);
        store(file, lines);
    }

    private static void store(DataFile file, List<String> lines) {
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());

        try {
            Files.writeString(file.path(), text, StandardCharsets.UTF_8);
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
