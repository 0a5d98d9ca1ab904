package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows that are written out, each as a list of values or as a mapping of columns. */
final class RowsParser {

    private final List<String> columns;
    private final boolean columnsAreDeclared;

    private RowsParser(List<String> columns, boolean columnsAreDeclared) {
        this.columns = columns;
        this.columnsAreDeclared = columnsAreDeclared;
    }

    /**
     * Read rows.
     *
     * @param rows a list
     * @param schema its columns, or nothing when no schema is declared
     */
    static InlineRows parse(YamlValue rows, Optional<List<String>> schema) {
        List<YamlValue> items = rows.list();
        List<String> columns = schema.orElseGet(() -> mentioned(items));
        RowsParser parser = new RowsParser(columns, schema.isPresent());
        List<List<@Nullable Object>> values = new ArrayList<>();
        items.forEach(item -> values.add(parser.row(item)));
        List<SourceLocation> places = items.stream().map(YamlValue::location).toList();
        return new InlineRows(columns, values, places);
    }

    /** Return the columns of all mappings in the order in which they appear. */
    private static List<String> mentioned(List<YamlValue> items) {
        Set<String> names = new LinkedHashSet<>();
        items.stream()
                .filter(YamlValue::isMapping)
                .flatMap(item -> item.object().keys().stream())
                .forEach(names::add);
        return List.copyOf(names);
    }

    private List<@Nullable Object> row(YamlValue item) {
        if (item.isMapping()) {
            return byName(item.object());
        }

        if (item.isList()) {
            return byPosition(item);
        }

        item.rejectUnless("a row: a list of values or a mapping of columns");
        return List.of();
    }

    private List<@Nullable Object> byPosition(YamlValue item) {
        List<@Nullable Object> values = new ArrayList<>();
        item.list().forEach(value -> values.add(InlineValue.of(value)));

        if (columnsAreDeclared && values.size() != columns.size()) {
            item.reject(ScenarioMessages.rowLength(values.size(), columns));
        } else if (!columnsAreDeclared && !columns.isEmpty()) {
            item.reject(ScenarioMessages.mixedRows());
        }

        return values;
    }

    /** Columns that are left out are null. */
    private List<@Nullable Object> byName(YamlObject row) {
        List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(columns.size(), null));
        Set<Integer> filled = new LinkedHashSet<>();

        for (YamlObject.Entry entry : row.entries()) {
            int column = indexOf(entry.key());

            if (column < 0) {
                row.reject(entry, ScenarioMessages.unknownColumn(entry.key(), columns));
            } else if (!filled.add(column)) {
                row.reject(entry, ScenarioMessages.columnTwice(columns.get(column)));
            } else {
                values.set(column, InlineValue.of(entry.value()));
            }
        }

        return values;
    }

    /** Spark ignores the case of columns, so do rows of a declared schema. */
    private int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);

            if (columnsAreDeclared ? column.equalsIgnoreCase(name) : column.equals(name)) {
                return i;
            }
        }

        return -1;
    }
}
