package dev.lakelight.dialect;

import static java.util.Objects.requireNonNull;

import dev.lakelight.frozen.MissingColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One try to load files: their rows and the record that they are loaded are one commit. The record of a file is an application's
 * transaction as the Delta protocol has it ({@code txn}), whose id is the file's path: Delta keeps it as long as the table, and of
 * two transactions that write the same one it lets the first through.
 */
final class CopyTransaction {

    private static final Row NOTHING = RowFactory.create(0L, 0L, 0L);

    private final SparkSession session;
    private final CopyInto.Builder copy;
    private final DeltaFolder table;
    private final OptimisticTransaction transaction;

    CopyTransaction(SparkSession session, CopyInto.Builder copy, DeltaFolder table) {
        this.session = session;
        this.copy = copy;
        this.table = table;
        this.transaction = DeltaLog.forTable(session, table.path()).startTransaction(Option.empty(), Option.empty());
    }

    /** Load those of the files that have not been loaded yet. */
    Row load(List<FileStatus> files) {
        List<FileStatus> wanted = copy.is("force")
                ? files
                : files.stream().filter(file -> !isLoaded(file)).toList();
        return wanted.isEmpty() ? NOTHING : commit(wanted);
    }

    private boolean isLoaded(FileStatus file) {
        return transaction.txnVersion(id(file)) >= 0;
    }

    /** A table that replaces another in the same place has another id, and starts anew. */
    private String id(FileStatus file) {
        return "lakelight.copy-into %s %s"
                .formatted(transaction.snapshot().metadata().id(), file.getPath());
    }

    private Row commit(List<FileStatus> files) {
        Dataset<Row> rows = MissingColumns.completed(
                new CopiedRows(session, copy).of(files),
                transaction.snapshot().metadata().schema());
        Map<String, String> options = Map.of("mergeSchema", String.valueOf(copy.is("mergeSchema")));
        var written = DeltaAppend.of(transaction.deltaLog(), rows, options)
                .writeAndReturnCommitData(transaction, session, Option.empty(), false);
        List<Action> actions = new ArrayList<>(CollectionConverters.asJava(written.actions()));
        files.forEach(
                file -> actions.add(new SetTransaction(id(file), file.getModificationTime(), Option.apply(now()))));
        long version = transaction.commit(
                CollectionConverters.asScala(actions).toSeq(), new CopyOperation(copy), written.stringTags());
        return result(version);
    }

    private static Object now() {
        return System.currentTimeMillis();
    }

    private Row result(long version) {
        long rows = table.actions(version).stream()
                .filter(action -> action.has("commitInfo"))
                .mapToLong(action ->
                        action.at("/commitInfo/operationMetrics/numOutputRows").asLong())
                .sum();
        return requireNonNull(RowFactory.create(rows, rows, 0L));
    }
}
