package dev.lakelight.dialect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** {@code COPY INTO}: loads files into a Delta table, each of them once. */
final class CopyInto implements DialectStatement {

    private static final Row NOTHING = RowFactory.create(0L, 0L, 0L);

    private final Builder parts;

    private CopyInto(Builder parts) {
        this.parts = parts;
    }

    /** What the statement says. */
    static final class Builder {

        String target = "";
        boolean byPosition;
        List<String> columns = List.of();
        String source = "";

        @Nullable
        String query;

        String format = "";
        List<String> files = List.of();

        @Nullable
        String pattern;

        Map<String, String> formatOptions = Map.of();
        Map<String, String> copyOptions = Map.of();

        CopyInto build() {
            return new CopyInto(this);
        }
    }

    @Override
    public StructType schema() {
        return new StructType()
                .add("num_affected_rows", "bigint")
                .add("num_inserted_rows", "bigint")
                .add("num_skipped_corrupt_files", "bigint");
    }

    @Override
    public List<Row> run(SparkSession session) {
        DeltaFolder table = DeltaFolder.of(session, parts.target);

        synchronized (CopyLog.lockOf(table)) {
            CopyLog log = new CopyLog(table);
            List<FileStatus> files = new SourceFiles(session, parts).list();
            List<FileStatus> wanted = is("force") ? files : log.withoutLoaded(files);

            if (wanted.isEmpty()) {
                return List.of(NOTHING);
            }

            load(session, wanted);
            log.add(wanted);
            return List.of(result(table));
        }
    }

    private boolean is(String copyOption) {
        return Boolean.parseBoolean(parts.copyOptions.get(copyOption));
    }

    private void load(SparkSession session, List<FileStatus> files) {
        CopiedRows rows = new CopiedRows(session, parts);
        Dataset<Row> selected = rows.of(files);
        selected.write()
                .format("delta")
                .mode(SaveMode.Append)
                .option("mergeSchema", String.valueOf(is("mergeSchema")))
                .saveAsTable(parts.target);
    }

    private static Row result(DeltaFolder table) {
        long rows = table.actions(table.version()).stream()
                .filter(action -> action.has("commitInfo"))
                .mapToLong(action ->
                        action.at("/commitInfo/operationMetrics/numOutputRows").asLong())
                .sum();
        return requireNonNull(RowFactory.create(rows, rows, 0L));
    }
}
