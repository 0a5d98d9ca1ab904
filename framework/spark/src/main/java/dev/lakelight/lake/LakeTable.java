package dev.lakelight.lake;

import dev.lakelight.delta.TableLog;
import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.generate.TableGenerator;
import dev.lakelight.kernel.KernelTables;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.LastWrite;
import dev.lakelight.table.DataFile;
import dev.lakelight.table.SchemaText;
import dev.lakelight.table.TableRows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A table of a lake, whether it exists or not. */
public final class LakeTable {

    private static final String DELTA = "delta";

    private final Lake lake;
    private final TableIdentifier identifier;
    private final String name;

    LakeTable(Lake lake, String name) {
        this.lake = lake;
        this.identifier = lake.catalog().names().parsed(name);
        this.name = name;
    }

    /** Return its name as it was asked for. */
    public String name() {
        return name;
    }

    /** Return the lake that it is, or would be, in. */
    public Lake lake() {
        return lake;
    }

    /** Return whether there is such a table or view now. */
    public boolean exists() {
        return lake.catalog().exists(identifier);
    }

    /**
     * Return its rows.
     *
     * @throws UserError when it does not exist; names the tables that do
     */
    public Dataset<Row> dataset() {
        if (!exists()) {
            throw new UserError(missing());
        }

        return lake.session().table(identifier.quotedString());
    }

    /**
     * Return its rows, read without a Spark job; nothing when Spark has to read it: it does not exist, is a view or no Delta table, has
     * more than ten thousand rows, or uses what only Spark reads as it should be.
     */
    public Optional<TableRows> fewRows() {
        return KernelTables.areAvailable()
                ? lake.catalog()
                        .deltaTable(identifier)
                        .flatMap(new KernelTables(lake.catalog().hadoopConfiguration())::read)
                : Optional.empty();
    }

    /** Return the rows that a Delta table had at a version; Spark's error when it had no such version. */
    public Dataset<Row> atVersion(long version) {
        return travel("VERSION AS OF %d".formatted(version));
    }

    /** Return the rows that a Delta table had at a time; Spark's error when that is before its first or after its last commit. */
    public Dataset<Row> asOf(Instant time) {
        return travel("TIMESTAMP AS OF '%s'".formatted(time));
    }

    /**
     * Return the change feed of a Delta table from a version to another, both included: its columns, {@code _change_type}, {@code
     * _commit_version} and {@code _commit_timestamp}. Spark's error when it has none.
     */
    public Dataset<Row> changes(long first, long last) {
        return lake.session()
                .read()
                .option("readChangeFeed", true)
                .option("startingVersion", first)
                .option("endingVersion", last)
                .table(identifier.quotedString());
    }

    private Dataset<Row> travel(String to) {
        return lake.session().sql("SELECT * FROM %s %s".formatted(identifier.quotedString(), to));
    }

    /** Return sentences that tell that there is no such table, and which there are. */
    public String missing() {
        return lake.catalog().missing(name);
    }

    /**
     * Seed it with the rows of a data file. Types are those of the table if it exists, else those that the header of a CSV file
     * gives with cells such as {@code id:INT}, or what Spark finds in JSON and Parquet. Columns that are not in the file are NULL.
     * The table and its schema are made as needed, in one commit.
     *
     * @param file CSV, JSON or Parquet; looked up in the project
     * @throws UserError when the file is missing or something in it is not of the schema, or the table was seeded before
     */
    public LakeTable load(String file) {
        DataFile found = DataFile.find(file, lake.projectFiles());
        lake.seeds().add(this, found.name(), () -> lake.seeds().rows().of(found, this, null));
        return this;
    }

    /**
     * Seed it with the rows of a dataset of this lake's session.
     *
     * @throws UserError when the table was seeded before
     */
    public LakeTable load(Dataset<Row> rows) {
        lake.seeds().add(this, "a dataset", () -> lake.seeds().rows().of(rows));
        return this;
    }

    /**
     * Seed it with rows that have types already. Few rows of a table that does not exist are written without a Spark job.
     *
     * @throws UserError when the table was seeded before
     */
    public LakeTable load(TableRows rows) {
        lake.seeds().add(this, "rows", () -> lake.seeds().rows().of(rows));
        return this;
    }

    /**
     * Seed it with generated rows, as many as wanted, by the seed 1. See {@link #generate(GeneratedRows)}.
     *
     * @throws UserError when there is no such table, or rows that keep its constraints are not found
     */
    public LakeTable generate(int rows) {
        return generate(GeneratedRows.of(rows));
    }

    /**
     * Seed it with generated rows: of its schema, with unique primary keys, with foreign keys that lead to rows, and so that its
     * constraints hold. In each column the first rows have its edge values, such as NULL, the empty text and the largest number. The
     * same seed gives the same rows.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE orders (id BIGINT NOT NULL, amount DECIMAL(10,2), CONSTRAINT paid CHECK (amount > 0)) USING delta");
     * lake.table("orders").generate(GeneratedRows.of(100).withSeed(7).withKey("id"));
     * }</pre>
     *
     * @throws UserError when there is no such table, it was seeded before, or rows that keep its constraints are not found
     */
    public LakeTable generate(GeneratedRows rows) {
        lake.seeds().generate(this, null, rows);
        return this;
    }

    /**
     * Return what generates rows for it, without seeding it.
     *
     * @param ddl schema of a table that does not exist; null for that of the table
     * @throws UserError when there is neither a table nor a schema, or both
     */
    public TableGenerator generator(@Nullable String ddl, GeneratedRows rows) {
        return new GeneratedSeed(lake).generator(this, ddl == null ? null : SchemaText.read(ddl), rows);
    }

    /**
     * Seed it with rows that are typed by a schema.
     *
     * @param ddl Spark DDL: {@code id INT NOT NULL, amount DECIMAL(10,2)}
     * @throws UserError when that cannot be read
     */
    public SchemaSeed withSchema(String ddl) {
        return new SchemaSeed(this, SchemaText.read(ddl));
    }

    /**
     * Add rows to a table that exists, by position of its columns. As often as you like; it is part of seeding.
     *
     * @throws UserError when there is no such table or a value is not of its column's type
     */
    public LakeTable insert(Row... rows) {
        StructType schema = dataset().schema();
        lake.seeds().insert(this, lake.seeds().rows().of(Arrays.asList(rows), this, schema));
        return this;
    }

    /** Return the latest version of a Delta table, or nothing when it is none or does not exist. */
    public OptionalLong version() {
        return log().map(TableLog::version).orElse(OptionalLong.empty());
    }

    /** Return whether it is a Delta table that exists. */
    public boolean isDelta() {
        return log().isPresent();
    }

    /**
     * Return the commits since it was last seeded, in order. All of them when it was not seeded or was dropped since then; none
     * when it is no Delta table.
     */
    public List<DeltaCommit> commits() {
        return history().map(TableHistory::commits).orElse(List.of());
    }

    /** Return its transaction log, or nothing when it is no Delta table or does not exist. */
    public Optional<TableLog> log() {
        return lake.catalog()
                .find(identifier)
                .filter(table -> table.provider().contains(DELTA))
                .map(lake.catalog()::history);
    }

    /**
     * Return the version that it had when it was last seeded; nothing when it was not seeded or was dropped since then, or when it is
     * no Delta table.
     */
    public OptionalLong seededVersion() {
        return history().map(TableHistory::seededVersion).orElse(OptionalLong.empty());
    }

    /**
     * Return what made its latest commit: a cell or a class that ran in the lake. Nothing when that was another one, such as a seed
     * or the test itself, when it cannot be told, or when it is no Delta table.
     */
    public Optional<LastWrite> lastWrite() {
        return history().flatMap(TableHistory::lastWrite);
    }

    @Override
    public String toString() {
        return name;
    }

    TableIdentifier identifier() {
        return identifier;
    }

    private Optional<TableHistory> history() {
        return log().map(log -> new TableHistory(lake, log, lake.seeds().baseline(this)));
    }
}
