package dev.lakelight.assertion;

import dev.lakelight.delta.TableLog;
import dev.lakelight.lake.LakeTable;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Reads a Delta table as it was, and how it came to be.
 *
 * @param table to read
 * @param failure makes the error of a sentence
 */
record TimeTravel(LakeTable table, Function<String, AssertionError> failure) {

    private static final String FEED = "delta.enableChangeDataFeed";

    ReadAssert toVersion(long version) {
        requireVersion(version);
        return read("%s at version %d".formatted(table.name(), version), table.atVersion(version));
    }

    ReadAssert to(Instant time) {
        if (time.toEpochMilli() >= lastCommit()) {
            return read("%s as of %s".formatted(table.name(), time), table.dataset());
        }

        Dataset<Row> rows = orFail(() -> table.asOf(time), reason -> Messages.noSuchTime(table.name(), time, reason));
        return read("%s as of %s".formatted(table.name(), time), rows);
    }

    ReadAssert changes(long first, long last) {
        if (first > last) {
            Dataset<Row> none = table.dataset()
                    .withColumn("_change_type", functions.lit(""))
                    .where("false");
            return read("the changes of %s".formatted(table.name()), none);
        }

        requireVersion(first);
        requireVersion(last);
        requireFeed();
        Dataset<Row> changes = orFail(
                () -> table.changes(first, last),
                reason -> Messages.unreadableChanges(table.name(), first, last, reason));
        return read(
                "the changes of %s from version %d to %d".formatted(table.name(), first, last),
                changes.drop("_commit_version", "_commit_timestamp"));
    }

    /** Delta refuses a time after the last commit, although the table is then what it is now. */
    private long lastCommit() {
        TableLog log = table.log().orElseThrow();
        long timestamp = log.commit(log.version().orElseThrow()).timestamp();
        return timestamp == 0 ? Long.MAX_VALUE : timestamp;
    }

    private void requireVersion(long version) {
        long latest = table.version().orElse(-1);

        if (version < 0 || version > latest) {
            throw failure.apply(Messages.noSuchVersion(table.name(), version, latest));
        }
    }

    private void requireFeed() {
        TableLog log = table.log().orElseThrow();
        String feed =
                log.state(log.version().orElseThrow()).definition().properties().get(FEED);

        if (!"true".equalsIgnoreCase(feed)) {
            throw failure.apply(Messages.noChangeFeed(table.name()));
        }
    }

    private ReadAssert read(String name, Dataset<Row> rows) {
        return new ReadAssert(rows, name, table.lake().projectFiles());
    }

    private Dataset<Row> orFail(Supplier<Dataset<Row>> read, Function<String, String> sentence) {
        try {
            return read.get();
        } catch (Exception e) {
            // Spark throws its checked AnalysisException without declaring it.
            AssertionError error = failure.apply(sentence.apply(SparkText.sentence(e)));
            error.initCause(e);
            throw error;
        }
    }
}
