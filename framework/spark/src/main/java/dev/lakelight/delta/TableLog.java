package dev.lakelight.delta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The transaction log of a Delta table, as the Delta protocol lays it out. {@code DESCRIBE HISTORY} and {@code DESCRIBE DETAIL} tell
 * some of it, with Spark jobs each time; this reads JSON files. Only of a table whose first commits were cleaned up it reads a
 * checkpoint, through Spark. Nothing is cached.
 */
public final class TableLog {

    private final LogFiles files;
    private final SparkSession session;

    private TableLog(LogFiles files, SparkSession session) {
        this.files = files;
        this.session = session;
    }

    /**
     * Return the log of the table in a folder, whether there is one or not.
     *
     * @param session whose file systems lead to it
     * @param table folder of the table
     */
    public static TableLog of(SparkSession session, Path table) {
        var state = ((org.apache.spark.sql.classic.SparkSession) session).sessionState();
        return new TableLog(new LogFiles(table, state.newHadoopConf()), session);
    }

    /** Return the latest version, or nothing when nothing was committed. */
    public OptionalLong version() {
        return files.version();
    }

    /** Return the commit of a version; when its file was cleaned up nothing is known of it but the version. */
    public LogCommit commit(long version) {
        List<JsonNode> actions = files.actions(version).orElse(List.of());
        JsonNode info = actions.stream()
                .map(action -> action.path("commitInfo"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseGet(() -> LogFiles.action("{}"));
        return new LogCommit(
                version,
                info.path("timestamp").asLong(),
                info.path("operation").asText(),
                metrics(info),
                paths(actions, "add"),
                paths(actions, "remove"),
                batches(actions));
    }

    /** Return the commits from a version to another, both included, in order. */
    public List<LogCommit> commits(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(this::commit).toList();
    }

    /**
     * Return the table as of a version that the log has.
     *
     * @throws IllegalArgumentException when neither its commits nor a checkpoint are there
     */
    public TableState state(long version) {
        LogReplay replay = new LogReplay();
        Optional<Checkpoint> checkpoint =
                files.actions(0).isPresent() ? Optional.empty() : Checkpoint.latest(files, version);
        checkpoint.ifPresent(found -> replay.addAll(found.actions(files, session)));

        for (long next = checkpoint.map(found -> found.version() + 1).orElse(0L); next <= version; next++) {
            replay.addAll(actions(next));
        }

        return replay.state(version);
    }

    /** Return what tells this table from one that was dropped at the same place; empty when that is not known. */
    public String id() {
        return files.actions(0).orElse(List.of()).stream()
                .map(action -> action.path("metaData").path("id").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<JsonNode> actions(long version) {
        return files.actions(version)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not there".formatted(files.path("%020d.json".formatted(version)))));
    }

    private static Map<String, String> metrics(JsonNode info) {
        Map<String, String> metrics = new HashMap<>();
        info.path("operationMetrics")
                .properties()
                .forEach(
                        metric -> metrics.put(metric.getKey(), metric.getValue().asText()));
        return metrics;
    }

    private static List<String> paths(List<JsonNode> actions, String kind) {
        return objects(actions, kind).map(file -> file.path("path").asText()).toList();
    }

    private static List<StreamBatch> batches(List<JsonNode> actions) {
        return objects(actions, "txn")
                .map(txn -> new StreamBatch(
                        txn.path("appId").asText(), txn.path("version").asLong()))
                .toList();
    }

    private static Stream<JsonNode> objects(List<JsonNode> actions, String kind) {
        return actions.stream().map(action -> action.path(kind)).filter(JsonNode::isObject);
    }
}
