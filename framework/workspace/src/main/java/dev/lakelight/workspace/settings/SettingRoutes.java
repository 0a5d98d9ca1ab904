package dev.lakelight.workspace.settings;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.storage.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings, which are kept and change nothing, and reports of clients, which are dropped. */
public final class SettingRoutes implements Topic {

    private static final String CONF = "/api/2.0/workspace-conf";

    private final Database database;

    /** Keep settings in a database. */
    public SettingRoutes(Database database) {
        this.database = database;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("workspace")
                .post("/telemetry-ext", "reportTelemetry", this::telemetry)
                .forAdmins()
                .get(CONF, "getWorkspaceConf", this::get)
                .patch(CONF, "workspaceConfEdit", this::update)
                .list();
    }

    private ApiResponse telemetry(ApiRequest request) {
        return ApiResponse.json(Map.of("errors", List.of(), "numSuccess", 0, "numProtoSuccess", 0));
    }

    // The Java SDK forgets to send the keys.
    private ApiResponse get(ApiRequest request) {
        Map<String, @Nullable String> known = new LinkedHashMap<>(values());
        Optional<String> keys = request.parameters().optionalText("keys");

        if (keys.isEmpty()) {
            return ApiResponse.json(known);
        }

        Map<String, @Nullable String> asked = new LinkedHashMap<>();
        List.of(keys.get().split(",", -1)).forEach(name -> asked.put(name, known.get(name)));
        return ApiResponse.json(asked);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        database.read(session -> session.list(
                        "SELECT name, value FROM workspace_conf ORDER BY name",
                        row -> Map.entry(row.getString(1), row.getString(2))))
                .forEach(each -> values.put(each.getKey(), each.getValue()));
        return values;
    }

    private ApiResponse update(ApiRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        Parameters parameters = request.parameters();
        parameters.values().fieldNames().forEachRemaining(name -> values.put(name, parameters.text(name)));

        if (values.isEmpty()) {
            throw ApiErrors.invalid("No setting is given.");
        }

        database.change(session -> {
            for (Map.Entry<String, String> each : values.entrySet()) {
                session.update(
                        "INSERT INTO workspace_conf VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                        each.getKey(),
                        each.getValue());
            }
        });
        return ApiResponse.noContent();
    }
}
