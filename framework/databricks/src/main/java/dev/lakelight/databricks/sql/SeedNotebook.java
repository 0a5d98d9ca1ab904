package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.suite.Seed;
import dev.lakelight.databricks.suite.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the catalog of a test and fills its tables. */
public final class SeedNotebook {

    private static final int ROWS_OF_A_STATEMENT = 500;

    private final String catalog;

    private SeedNotebook(String catalog) {
        this.catalog = catalog;
    }

    /**
     * Write the notebook.
     *
     * @param catalog of the test, which must not exist
     * @param expires until when somebody may want to look at it, as text
     * @param seeds in order; landing files are passed over
     * @param schemas that the test expects tables in; they are made, too
     */
    public static String of(String catalog, String expires, List<Seed> seeds, Set<String> schemas) {
        return new SeedNotebook(catalog).notebook(expires, seeds, schemas);
    }

    private String notebook(String expires, List<Seed> seeds, Set<String> schemas) {
        SqlNotebook notebook = new SqlNotebook().cell("""
                        SET spark.sql.ansi.enabled=true;
                        CREATE CATALOG %s;
                        COMMENT ON CATALOG %s IS %s;
                        USE CATALOG %s""".formatted(
                        Sql.name(catalog),
                        Sql.name(catalog),
                        Sql.literal("Lakelight made this for a test. It may go after %s.".formatted(expires)),
                        Sql.name(catalog)));
        Set<String> all = schemas(seeds);
        all.addAll(schemas);
        all.forEach(schema -> notebook.cell("CREATE SCHEMA IF NOT EXISTS " + Sql.name(schema)));

        for (Seed seed : seeds) {
            if (seed instanceof Seed.Table table) {
                statements(table).forEach(notebook::cell);
            } else if (seed instanceof Seed.Script script) {
                notebook.cell(script.sql());
            }
        }

        return notebook.text();
    }

    /** Return the schemas that seeds are in, in order. */
    static Set<String> schemas(List<Seed> seeds) {
        return seeds.stream()
                .flatMap(SeedNotebook::tables)
                .map(table -> TableName.of(table).schema())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> tables(Seed seed) {
        if (seed instanceof Seed.Table table) {
            return Stream.of(table.table());
        }

        return seed instanceof Seed.Script script ? Stream.of(script.table()) : Stream.empty();
    }

    private static List<String> statements(Seed.Table seed) {
        String table = Sql.table(TableName.of(seed.table()));
        TextRows rows = seed.rows();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE IF NOT EXISTS %s (%s)".formatted(table, definitions(rows)));

        for (int from = 0; from < rows.rows().size(); from += ROWS_OF_A_STATEMENT) {
            int to = Math.min(from + ROWS_OF_A_STATEMENT, rows.rows().size());
            statements.add("INSERT INTO %s (%s)\nSELECT %s\nFROM VALUES\n%s\nAS written(%s)"
                    .formatted(
                            table,
                            Sql.names(rows.columns()),
                            casts(rows),
                            values(rows.rows().subList(from, to)),
                            positions(rows)));
        }

        return statements;
    }

    private static String definitions(TextRows rows) {
        return IntStream.range(0, rows.columns().size())
                .mapToObj(i ->
                        Sql.name(rows.columns().get(i)) + " " + rows.types().get(i))
                .collect(Collectors.joining(", "));
    }

    private static String casts(TextRows rows) {
        return IntStream.range(0, rows.columns().size())
                .mapToObj(i ->
                        typed("CAST(c%d AS STRING)".formatted(i), rows.types().get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String typed(String value, String type) {
        String lower = type.toLowerCase(Locale.ROOT);

        if (lower.startsWith("struct") || lower.startsWith("array") || lower.startsWith("map")) {
            return "from_json(%s, %s, map('mode', 'FAILFAST'))".formatted(value, Sql.literal(type));
        }

        return lower.startsWith("binary") ? "unhex(%s)".formatted(value) : "CAST(%s AS %s)".formatted(value, type);
    }

    static String values(List<List<@Nullable String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Sql::literal).collect(Collectors.joining(", ", "  (", ")")))
                .collect(Collectors.joining(",\n"));
    }

    static String positions(TextRows rows) {
        return IntStream.range(0, rows.columns().size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }
}
