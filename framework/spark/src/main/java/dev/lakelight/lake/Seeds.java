package dev.lakelight.lake;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.GeneratedData;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.configuration.SeedSpec.Source.SqlFile;
import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.table.DataFile;
import dev.lakelight.table.SchemaText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Fills a lake with what a test is given, and remembers where the tables' histories stood then. */
final class Seeds {

    private final Lake lake;
    private final SeedRows rows;
    private final Map<TableIdentifier, String> origins = new ConcurrentHashMap<>();
    private final Map<TableIdentifier, Baseline> baselines = new ConcurrentHashMap<>();
    private final Set<String> generated = new ConcurrentSkipListSet<>();

    Seeds(Lake lake) {
        this.lake = lake;
        this.rows = new SeedRows(lake);
    }

    /** Return what reads files and rows. */
    SeedRows rows() {
        return rows;
    }

    /** Put in place what a scenario or configuration declares. */
    void seed(SeedSpec spec) {
        Source source = spec.source();

        if (source instanceof LandingFile landing) {
            new LandingZone(lake).copy(landing);
        } else if (source instanceof SqlFile script) {
            run(script, spec);
        } else if (source instanceof GeneratedData data) {
            generate(lake.table(spec.table()), schema(spec), GeneratedSeed.wish(data));
        } else {
            LakeTable table = lake.table(spec.table());
            add(table, origin(spec), () -> content(source, table, schema(spec)));
        }
    }

    /**
     * Give a table its rows.
     *
     * @param origin where they come from, for messages
     * @param content makes them, and finds what is wrong with them
     */
    void add(LakeTable table, String origin, Supplier<SeedContent> content) {
        claim(table, origin, () -> SeedWriter.write(table, content.get()));
        remember(table);
    }

    /** Give a table generated rows; a schema is for one that does not exist. */
    void generate(LakeTable table, @Nullable StructType schema, GeneratedRows wish) {
        GeneratedSeed seed = new GeneratedSeed(lake);
        add(
                table,
                wish.toString(),
                () -> rows.of(seed.generator(table, schema, wish).rows()));
        generated.add("%s: %s".formatted(table.name(), wish));
    }

    /** Return what was generated, for messages: {@code bronze.orders: 100 rows generated with seed 7}. */
    List<String> generated() {
        return List.copyOf(generated);
    }

    /** Add rows to a table that exists. */
    void insert(LakeTable table, SeedContent content) {
        SeedWriter.write(table, content);
        remember(table);
    }

    /** Return where the history of a table stood when it was last seeded, if it was. */
    Optional<Baseline> baseline(LakeTable table) {
        return Optional.ofNullable(baselines.get(key(table.identifier())));
    }

    /** Return where the histories of all tables stood at the start of the lake, or when they were last seeded. */
    Map<TableIdentifier, Baseline> baselines() {
        return Map.copyOf(baselines);
    }

    /** Begin anew with tables that are there already. */
    void restart(Map<TableIdentifier, Baseline> tables) {
        origins.clear();
        generated.clear();
        baselines.clear();
        baselines.putAll(tables);
    }

    /** From now on other histories count, for the same tables. */
    void rebase(Map<TableIdentifier, Baseline> tables) {
        baselines.clear();
        baselines.putAll(tables);
    }

    /** A table has its rows from one place, unless that has failed to give them. */
    private void claim(LakeTable table, String origin, Runnable seeding) {
        TableIdentifier key = key(table.identifier());
        String before = origins.putIfAbsent(key, origin);

        if (before != null) {
            throw new UserError(
                    "%s is given rows twice: by %s and by %s. Give a table its rows in one place; insert adds more."
                            .formatted(table.name(), before, origin));
        }

        boolean isSeeded = false;

        try {
            seeding.run();
            isSeeded = true;
        } finally {
            if (!isSeeded) {
                origins.remove(key);
            }
        }
    }

    private void run(SqlFile script, SeedSpec spec) {
        LakeTable table = lake.table(spec.table());
        claim(table, origin(spec), () -> run(script, table));

        // A script may touch any table.
        lake.catalog()
                .identifiers()
                .map(each -> lake.table(each.quotedString()))
                .forEach(this::remember);
    }

    private void run(SqlFile script, LakeTable table) {
        DataFile file = DataFile.of(script.file(), lake.projectFiles());
        new SeedScript(lake.session(), file).run();

        if (!table.exists()) {
            throw new UserError("%s is to make the table %s, but did not. %s"
                    .formatted(file.name(), table.name(), table.missing()));
        }
    }

    private SeedContent content(Source source, LakeTable table, @Nullable StructType schema) {
        return source instanceof InlineRows inline
                ? rows.of(inline, table, schema)
                : rows.of(DataFile.of(((FileSource) source).file(), lake.projectFiles()), table, schema);
    }

    private static @Nullable StructType schema(SeedSpec spec) {
        return spec.schema() == null ? null : SchemaText.read(spec.schema());
    }

    private String origin(SeedSpec spec) {
        String source = "inline rows";

        if (spec.source() instanceof FileSource file) {
            source = lake.projectFiles().relative(file.file());
        } else if (spec.source() instanceof SqlFile script) {
            source = lake.projectFiles().relative(script.file());
        }

        return spec.declaredAt() == null ? source : "%s (%s)".formatted(source, spec.declaredAt());
    }

    private void remember(LakeTable table) {
        table.log().ifPresent(history -> {
            OptionalLong version = history.version();
            version.ifPresent(latest -> baselines.put(key(table.identifier()), new Baseline(history.id(), latest)));
        });
    }

    private TableIdentifier key(TableIdentifier table) {
        return lake.catalog().qualified(table);
    }
}
