package dev.lakelight.workspace.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.lakelight.workspace.api.Auditor;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The audit log: one event for each change, attempted change and login, in the order in which they were answered. */
public final class AuditLog implements Auditor {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;

    /** Keep the log in a database. */
    public AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void record(Attempt attempt) {
        String parameters = new String(WireJson.bytes(attempt.parameters()), StandardCharsets.UTF_8);
        database.change(session -> {
            session.update(
                    "INSERT INTO audit_event (event_time, request_id, user_name, service_name, action_name, request_params,"
                            + " status_code, error_message, source_address, user_agent) VALUES (?,?,?,?,?,?,?,?,?,?)",
                    clock.millis(),
                    attempt.origin().requestId(),
                    attempt.user(),
                    attempt.operation().service(),
                    attempt.operation().action(),
                    parameters,
                    attempt.status(),
                    attempt.error(),
                    attempt.origin().address(),
                    attempt.origin().userAgent());
        });
    }

    /**
     * Return the events after one, the oldest first.
     *
     * @param id of the event before the first; 0 begins with the oldest
     * @param limit how many at most
     */
    public List<AuditEvent> after(long id, int limit) {
        return database.read(session ->
                session.list("SELECT * FROM audit_event WHERE id > ? ORDER BY id LIMIT ?", AuditLog::event, id, limit));
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong("id"),
                row.getLong("event_time"),
                row.getString("request_id"),
                row.getString("user_name"),
                row.getString("service_name"),
                row.getString("action_name"),
                parameters(row.getString("request_params")),
                row.getInt("status_code"),
                row.getString("error_message"),
                row.getString("source_address"),
                row.getString("user_agent"));
    }

    private static Map<String, String> parameters(String json) {
        try {
            return WireJson.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit log holds something else than JSON: " + json, e);
        }
    }
}
