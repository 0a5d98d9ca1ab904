package dev.lakelight.dialect;

import io.delta.exceptions.ConcurrentTransactionException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code COPY INTO}: loads files into a Delta table, each of them once. */
final class CopyInto implements DialectStatement {

    private static final Logger LOG = LoggerFactory.getLogger(CopyInto.class);

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

        boolean is(String copyOption) {
            return Boolean.parseBoolean(copyOptions.get(copyOption));
        }

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

    /** Another load of the same files that is first makes this one look again at what is left to be loaded. */
    @Override
    public List<Row> run(SparkSession session) {
        DeltaFolder table = DeltaFolder.of(session, "COPY INTO", parts.target);
        List<FileStatus> files = new SourceFiles(session, parts).list();

        while (true) {
            try {
                Row result = new CopyTransaction(session, parts, table).load(files);
                session.catalog().refreshTable(parts.target);
                return List.of(result);
            } catch (ConcurrentTransactionException anotherLoad) {
                LOG.debug("Another COPY INTO {} was first.", parts.target, anotherLoad);
            }
        }
    }
}
