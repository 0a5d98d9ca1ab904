package dev.lakelight.dialect;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Action$;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.actions.Protocol;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Replaces a table by a clone with one commit. Delta clones into empty tables only: so it makes a shallow clone in a folder beside the
 * table's, whose actions are then committed to the table, with copies of the files and without those that were there before.
 */
final class ReplacedClone {

    private final SparkSession session;
    private final DeltaFolder table;
    private final DeltaFolder staged;

    ReplacedClone(SparkSession session, DeltaFolder table) {
        this.session = session;
        this.table = table;
        Path beside = new Path(table.path().getParent(), "_lakelight_clone_" + UUID.randomUUID());
        this.staged = new DeltaFolder(beside, "", table.configuration());
    }

    /**
     * Replace the table.
     *
     * @param source text from {@code SHALLOW CLONE} on
     */
    Row by(String source) {
        try {
            Row shallow = session.sql("CREATE TABLE delta.`%s` %s".formatted(staged.path(), source))
                    .head();
            return committed(shallow, staged.actions(0));
        } finally {
            remove();
        }
    }

    private Row committed(Row shallow, List<ObjectNode> staged) {
        OptimisticTransaction transaction =
                DeltaLog.forTable(session, table.path()).startTransaction(Option.empty(), Option.empty());
        List<AddFile> before = CollectionConverters.asJava(transaction.filterFiles());
        ClonedFiles copied = ClonedFiles.into(table, staged);
        List<Action> actions = new ArrayList<>();
        before.forEach(file -> actions.add(file.remove()));
        staged.forEach(action -> add(action, transaction, actions));
        staged.stream().filter(action -> action.has("protocol")).forEach(action -> upgrade(action, transaction));
        transaction.commit(CollectionConverters.asScala(actions).toSeq(), operation(staged));
        long removed = before.stream().mapToLong(AddFile::size).sum();
        return requireNonNull(RowFactory.create(
                shallow.getLong(0), shallow.getLong(1), (long) before.size(), copied.number(), removed, copied.size()));
    }

    private static void add(ObjectNode action, OptimisticTransaction transaction, List<Action> actions) {
        Action parsed = Action$.MODULE$.fromJson(action.toString());

        if (action.has("metaData")) {
            transaction.updateMetadata(ofTable((ObjectNode) action.get("metaData"), transaction), true);
        } else if (!action.has("commitInfo") && !action.has("protocol")) {
            actions.add(parsed);
        }
    }

    /** The new metadata may have asked for an upgrade already; there is one in a transaction. */
    private static void upgrade(ObjectNode action, OptimisticTransaction transaction) {
        Protocol ofClone = (Protocol) Action$.MODULE$.fromJson(action.toString());
        transaction.updateProtocol(transaction
                .protocol()
                .merge(CollectionConverters.asScala(List.of(ofClone)).toSeq()));
    }

    /** The table stays the same one, with another content. */
    private static Metadata ofTable(ObjectNode metadata, OptimisticTransaction transaction) {
        Metadata before = transaction.snapshot().metadata();
        ObjectNode changed = metadata.deepCopy();
        changed.put("id", before.id());
        changed.put("name", before.name());
        changed.put("description", before.description());
        return (Metadata) Action$.MODULE$.fromJson("{\"metaData\":%s}".formatted(changed));
    }

    private static DeltaOperations.Operation operation(List<ObjectNode> staged) {
        ObjectNode info = staged.stream()
                .filter(action -> action.has("commitInfo"))
                .findFirst()
                .orElseThrow();
        String source = info.at("/commitInfo/operationParameters/source").asText();
        return new DeltaOperations.Clone(
                source, info.at("/commitInfo/operationParameters/sourceVersion").asLong());
    }

    private void remove() {
        try {
            DeltaLog.invalidateCache(session, staged.path());
            table.fileSystem().delete(staged.path(), true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + staged.path(), e);
        }
    }
}
