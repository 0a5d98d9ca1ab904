package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clusters, kept. */
final class ClusterStore {

    private final Database database;
    private final Clock clock;

    ClusterStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Remember a cluster that is about to start. */
    void create(String id, String source, String creator, ClusterSpecification specification) {
        long now = clock.millis();
        database.change(session -> session.update(
                "INSERT INTO cluster VALUES (?, ?, ?, ?, ?, '', NULL, 0, 0, ?, NULL, ?, NULL, 0)",
                id,
                source,
                creator,
                text(specification.json()),
                ClusterState.TERMINATED.name(),
                now,
                now));
    }

    Optional<ClusterRecord> find(String id) {
        return database.read(
                session -> session.find("SELECT * FROM cluster WHERE cluster_id = ?", ClusterStore::row, id));
    }

    /**
     * Return a cluster that has to be there.
     *
     * @throws dev.lakelight.workspace.api.ApiException when it is not
     */
    ClusterRecord get(String id) {
        return find(id).orElseThrow(() -> noCluster(id));
    }

    /** Return the state of a cluster, which has to be one of these so that it can be started, or what the verb says. */
    ClusterState require(String id, String verb, ClusterState... allowed) {
        ClusterState state = get(id).state();

        if (!List.of(allowed).contains(state)) {
            throw ApiErrors.invalidState(
                    "Cluster %s is in unexpected state %s and cannot be %s.".formatted(id, state.shown(), verb));
        }

        return state;
    }

    /** The same for what users know as clusters. */
    ClusterRecord cluster(String id) {
        ClusterRecord found = get(id);

        if (found.isWarehouse()) {
            throw noCluster(id);
        }

        return found;
    }

    private static ApiException noCluster(String id) {
        return ApiErrors.invalid("Cluster %s does not exist".formatted(id));
    }

    /** Return all, those that were made last first. */
    List<ClusterRecord> all() {
        return database.read(session ->
                session.list("SELECT * FROM cluster ORDER BY start_time DESC, cluster_id DESC", ClusterStore::row));
    }

    void beginStart(String id, ClusterState state, Start start) {
        long now = clock.millis();
        database.change(session -> session.update(
                "UPDATE cluster SET state = ?, state_message = '', termination = NULL, terminated_time = NULL,"
                        + " spark_context_id = ?, executors = ?, last_restarted_time = ?, last_activity_time = ?"
                        + " WHERE cluster_id = ?",
                state.name(),
                start.sparkContextId(),
                start.executors(),
                now,
                now,
                id));
    }

    /**
     * What is known of a cluster that starts.
     *
     * @param sparkContextId of this start
     * @param executors how many processes it will have
     */
    record Start(long sparkContextId, int executors) {}

    void change(String id, ClusterState state, String message) {
        database.change(session -> session.update(
                "UPDATE cluster SET state = ?, state_message = ?, last_activity_time = ? WHERE cluster_id = ?",
                state.name(),
                message,
                clock.millis(),
                id));
    }

    void terminating(String id, Termination why) {
        database.change(session -> session.update(
                "UPDATE cluster SET state = ?, state_message = ?, termination = ? WHERE cluster_id = ?",
                ClusterState.TERMINATING.name(),
                why.message(),
                text(why),
                id));
    }

    void terminated(String id) {
        database.change(session -> session.update(
                "UPDATE cluster SET state = ?, terminated_time = ? WHERE cluster_id = ?",
                ClusterState.TERMINATED.name(),
                clock.millis(),
                id));
    }

    void used(String id) {
        database.change(session ->
                session.update("UPDATE cluster SET last_activity_time = ? WHERE cluster_id = ?", clock.millis(), id));
    }

    void edit(String id, ClusterSpecification specification) {
        database.change(session -> session.update(
                "UPDATE cluster SET specification = ? WHERE cluster_id = ?", text(specification.json()), id));
    }

    void pin(String id, boolean pinned) {
        database.change(
                session -> session.update("UPDATE cluster SET pinned = ? WHERE cluster_id = ?", pinned ? 1 : 0, id));
    }

    void delete(String id) {
        database.change(session -> session.update("DELETE FROM cluster WHERE cluster_id = ?", id));
    }

    private static String text(Object value) {
        return new String(WireJson.bytes(value), StandardCharsets.UTF_8);
    }

    private static ClusterRecord row(ResultSet row) throws SQLException {
        @Nullable String termination = row.getString("termination");
        return new ClusterRecord(
                row.getString("cluster_id"),
                row.getString("source"),
                row.getString("creator"),
                read(row.getString("specification"), ObjectNode.class),
                ClusterState.valueOf(row.getString("state")),
                row.getString("state_message"),
                termination == null ? null : read(termination, Termination.class),
                row.getLong("spark_context_id"),
                row.getInt("executors"),
                row.getLong("start_time"),
                time(row, "last_restarted_time"),
                row.getLong("last_activity_time"),
                time(row, "terminated_time"),
                row.getInt("pinned") != 0);
    }

    private static @Nullable Long time(ResultSet row, String column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? null : time;
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return WireJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The table of clusters holds something else than %s".formatted(type), e);
        }
    }
}
