package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What has happened to clusters. */
final class ClusterEvents {

    private final Database database;
    private final Clock clock;

    ClusterEvents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(String clusterId, EventType type, Map<String, ?> details) {
        String json = new String(WireJson.bytes(details), StandardCharsets.UTF_8);
        database.change(session -> session.update(
                "INSERT INTO cluster_event (cluster_id, event_time, type, details) VALUES (?, ?, ?, ?)",
                clusterId,
                clock.millis(),
                type.name(),
                json));
    }

    /** Return the events of a cluster between two times, the newest first. */
    List<Event> of(String clusterId, long from, long to) {
        return database.read(session -> session.list(
                "SELECT * FROM cluster_event WHERE cluster_id = ? AND event_time BETWEEN ? AND ? ORDER BY id DESC",
                ClusterEvents::event,
                clusterId,
                from,
                to));
    }

    private static Event event(ResultSet row) throws SQLException {
        try {
            return new Event(
                    row.getString("cluster_id"),
                    row.getLong("event_time"),
                    EventType.valueOf(row.getString("type")),
                    WireJson.mapper().readTree(row.getString("details")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The table of events holds something else than JSON", e);
        }
    }

    /** An event on the wire. The time is in milliseconds since 1970. */
    record Event(String clusterId, long timestamp, EventType type, JsonNode details) {}
}
