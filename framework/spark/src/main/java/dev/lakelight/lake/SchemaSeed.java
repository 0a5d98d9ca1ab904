package dev.lakelight.lake;

import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.table.DataFile;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A table that is about to be seeded with rows of a declared schema. */
public final class SchemaSeed {

    private final LakeTable table;
    private final StructType schema;

    SchemaSeed(LakeTable table, StructType schema) {
        this.table = table;
        this.schema = schema;
    }

    /**
     * Seed it with the rows of a data file. Columns that are not in the file are NULL.
     *
     * @param file CSV, JSON or Parquet; looked up in the project
     * @throws UserError when the file is missing or something in it is not of the schema, or the table was seeded before
     */
    public LakeTable load(String file) {
        Lake lake = table.lake();
        DataFile found = DataFile.find(file, lake.projectFiles());
        lake.seeds().add(table, found.name(), () -> lake.seeds().rows().of(found, table, schema));
        return table;
    }

    /**
     * Seed it with rows, by position of the columns; without any it is empty.
     *
     * @throws UserError when a value is not of its column's type, or the table was seeded before
     */
    public LakeTable rows(Row... rows) {
        Lake lake = table.lake();
        lake.seeds().add(table, "inline rows", () -> lake.seeds().rows().of(Arrays.asList(rows), table, schema));
        return table;
    }

    /**
     * Seed it with generated rows: of the schema, with the keys and values that are wished for. In each column the first rows have
     * its edge values. The same seed gives the same rows.
     *
     * @throws UserError when the table exists, or rows with the keys are not found
     */
    public LakeTable generate(GeneratedRows rows) {
        table.lake().seeds().generate(table, schema, rows);
        return table;
    }

    /** Seed it with generated rows, as many as wanted, by the seed 1. */
    public LakeTable generate(int rows) {
        return generate(GeneratedRows.of(rows));
    }
}
