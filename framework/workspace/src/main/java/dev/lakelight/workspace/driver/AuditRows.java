package dev.lakelight.workspace.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.storage.ReadOnlyDatabase;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The audit log of the workspace's database, read by another process, with the columns of Databricks' {@code system.access.audit}. */
final class AuditRows {

    static final StructType SCHEMA = StructType.fromDDL(
            "account_id STRING, workspace_id STRING, version STRING, event_time TIMESTAMP, event_date DATE,"
                    + " source_ip_address STRING, user_agent STRING, session_id STRING,"
                    + " user_identity STRUCT<email: STRING, subject_name: STRING>, service_name STRING,"
                    + " action_name STRING, request_id STRING, request_params MAP<STRING, STRING>,"
                    + " response STRUCT<status_code: INT, error_message: STRING, result: STRING>, audit_level STRING,"
                    + " event_id STRING, identity_metadata STRUCT<run_by: STRING, run_as: STRING, acting_resource: STRING>");

    private static final int ID = SCHEMA.fieldIndex("event_id");
    private static final int MOST = 10_000;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final ReadOnlyDatabase database;

    AuditRows(Path stateFolder) {
        this.database = new ReadOnlyDatabase(stateFolder);
    }

    static long id(Row event) {
        return Long.parseLong(event.getString(ID));
    }

    /** Return the events after one, or the first of them when there are many; the oldest first. */
    List<Row> after(long id) {
        return database.read(session -> session.list(
                "SELECT audit_event.*, workspace_id FROM audit_event, workspace WHERE id > ? ORDER BY id LIMIT ?",
                AuditRows::row,
                id,
                MOST));
    }

    private static Row row(ResultSet event) throws SQLException {
        Instant time = Instant.ofEpochMilli(event.getLong("event_time"));
        return RowFactory.create(
                null,
                event.getString("workspace_id"),
                "2.0",
                Timestamp.from(time),
                Date.valueOf(time.atZone(ZoneOffset.UTC).toLocalDate()),
                event.getString("source_address"),
                event.getString("user_agent"),
                null,
                RowFactory.create(orNull(event.getString("user_name")), null),
                event.getString("service_name"),
                event.getString("action_name"),
                event.getString("request_id"),
                parameters(event.getString("request_params")),
                RowFactory.create(event.getInt("status_code"), orNull(event.getString("error_message")), null),
                "WORKSPACE_LEVEL",
                event.getString("id"),
                null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, String> parameters(String json) {
        try {
            return WireJson.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit log holds something else than JSON: " + json, e);
        }
    }
}
