package dev.lakelight.configuration;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lake holds before a run: a table with rows, or files to be read by the pipeline.
 *
 * @param table table to fill, {@code schema.table} or {@code catalog.schema.table}; for {@link Source.LandingFile} its target
 * @param source where the content comes from
 * @param schema columns and types as Spark DDL, or null when the source or an existing table tells them
 * @param declaredAt where it is declared, or null when a program made it
 */
public record SeedSpec(
        String table,
        Source source,
        @Nullable String schema,
        @Nullable SourceLocation declaredAt) {

    public SeedSpec {
        requireNonNull(table, "table");
        requireNonNull(source, "source");
    }

    /** Where rows or files come from. Paths are absolute. */
    public sealed interface Source {

        /**
         * Rows of a data file; its extension tells the format: csv, json, jsonl, ndjson, parquet.
         *
         * @param file absolute path
         */
        record FileSource(Path file) implements Source {

            public FileSource {
                requireNonNull(file, "file");
            }
        }

        /**
         * Rows written out. A value is null, a Boolean, Long, BigInteger, BigDecimal or String, a List (array) or a Map with
         * String keys (struct or map). The text of a scalar is always what was written: {@code 007} stays the String "007"
         * and {@code 1.10} is a BigDecimal of scale 2. Readers type it by the column, as they do with a CSV file.
         *
         * @param columns names of the given columns, in order; empty when rows are given by position of the table's columns
         * @param rows each with one value for each column
         * @param places where each row is written, in order; empty when a program made them
         */
        record InlineRows(List<String> columns, List<List<@Nullable Object>> rows, List<SourceLocation> places)
                implements Source {

            public InlineRows {
                columns = List.copyOf(columns);
                rows = rows.stream().map(InlineRows::copyWithNulls).toList();
                places = List.copyOf(places);
            }

            /** Create rows in a program. */
            public InlineRows(List<String> columns, List<List<@Nullable Object>> rows) {
                this(columns, rows, List.of());
            }

            private static List<@Nullable Object> copyWithNulls(List<@Nullable Object> row) {
                return Collections.unmodifiableList(new ArrayList<>(row));
            }
        }

        /**
         * Rows that are generated, of the table if it exists, or else of the schema. Values are as those of {@link InlineRows}.
         *
         * @param count how many rows
         * @param seed the same seed gives the same rows
         * @param unique columns in which no two rows have the same values; empty for none
         * @param references columns whose values are in a column of another table
         * @param values the only values of columns, by name
         * @param ranges smallest and largest value of columns, by name
         * @param nulls shares of NULLs, from 0 to 1, by name of the column
         */
        record GeneratedData(
                int count,
                long seed,
                List<String> unique,
                List<ColumnReference> references,
                Map<String, List<@Nullable Object>> values,
                Map<String, List<Object>> ranges,
                Map<String, Double> nulls)
                implements Source {

            public GeneratedData {
                unique = List.copyOf(unique);
                references = List.copyOf(references);
                values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
                ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
                nulls = Collections.unmodifiableMap(new LinkedHashMap<>(nulls));
            }

            /**
             * A column whose values are in a column of another table.
             *
             * @param column that refers
             * @param table {@code schema.table} or {@code catalog.schema.table} that it refers to
             * @param targetColumn of that table
             */
            public record ColumnReference(String column, String table, String targetColumn) {

                public ColumnReference {
                    requireNonNull(column, "column");
                    requireNonNull(table, "table");
                    requireNonNull(targetColumn, "targetColumn");
                }
            }
        }

        /**
         * A SQL script which makes and fills the table.
         *
         * @param file absolute path
         */
        record SqlFile(Path file) implements Source {

            public SqlFile {
                requireNonNull(file, "file");
            }
        }

        /**
         * A file, or a folder with all that it holds, copied to where a pipeline picks files up.
         *
         * @param target path below the lake's files, {@code /} as separator
         * @param source absolute path of the file or folder
         */
        record LandingFile(String target, Path source) implements Source {

            public LandingFile {
                requireNonNull(target, "target");
                requireNonNull(source, "source");
            }
        }
    }
}
