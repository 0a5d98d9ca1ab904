package dev.lakelight.databricks.rows;

import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.scenario.SchemaColumns;
import dev.lakelight.scenario.SchemaColumns.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the rows that a scenario names. */
public final class TextRowsReader {

    /** The rows of a table travel in a notebook, of which a workspace takes 10 MB. */
    private static final long MOST_CHARACTERS = 2_000_000;

    private final ProjectFiles files;

    /** Create a reader that names files as messages do. */
    public TextRowsReader(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Read rows.
     *
     * @param source a data file or inline rows
     * @param schema columns and types as Spark DDL, or null when the source or the table tells them
     * @throws UserError when there is a mistake in the source
     * @throws NotRemoteException when it is of a kind that does not travel
     */
    public TextRows read(Source source, @Nullable String schema) {
        TextRows written = written(source, schema == null ? List.of() : columns(schema));

        if (written.size() > MOST_CHARACTERS) {
            throw new NotRemoteException("%s has more than %,d characters; rows travel to Databricks in a notebook"
                    .formatted(name(source), MOST_CHARACTERS));
        }

        return written;
    }

    private TextRows written(Source source, List<Column> schema) {
        if (source instanceof InlineRows inline) {
            return new InlineText(inline).typed(schema);
        }

        if (source instanceof FileSource file) {
            return new ByName(ofFile(file.file()), name(source)).typed(schema);
        }

        throw new NotRemoteException("generated data is made on this machine; write a data file");
    }

    private TextRows ofFile(Path file) {
        String fileName = file.toString().toLowerCase(Locale.ROOT);

        if (fileName.endsWith(".csv")) {
            return CsvText.read(file, files.relative(file));
        }

        if (fileName.endsWith(".parquet")) {
            throw new NotRemoteException(
                    "%s is a Parquet file; write it as CSV or JSON".formatted(files.relative(file)));
        }

        return JsonRows.read(file, files.relative(file));
    }

    private String name(Source source) {
        return source instanceof FileSource file ? files.relative(file.file()) : "The table of inline rows";
    }

    private static List<Column> columns(String schema) {
        return SchemaColumns.columns(schema)
                .orElseThrow(
                        () -> new UserError("The schema '%s' is no list of columns with types.".formatted(schema)));
    }

    /** Rows of a file, whose columns have names. */
    private record ByName(TextRows rows, String name) {

        TextRows typed(List<Column> schema) {
            if (schema.isEmpty()) {
                return rows;
            }

            List<String> names = schema.stream().map(Column::name).toList();
            rows.columns().stream()
                    .filter(column -> !names.contains(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw new UserError("%s has a column '%s', which is not in its schema. The schema has: %s."
                                .formatted(name, column, String.join(", ", names)));
                    });
            List<List<@Nullable String>> ordered = new ArrayList<>();
            rows.rows().forEach(row -> ordered.add(inOrder(row, names)));
            return new TextRows(names, schema.stream().map(Column::type).toList(), ordered);
        }

        /** What is not written is NULL. */
        private List<@Nullable String> inOrder(List<@Nullable String> row, List<String> names) {
            List<@Nullable String> values = new ArrayList<>();

            for (String column : names) {
                int position = rows.columns().indexOf(column);
                values.add(position < 0 ? null : row.get(position));
            }

            return values;
        }
    }
}
