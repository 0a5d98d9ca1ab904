package dev.lakelight.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the actions of a log, in order, to the state of the table: the protocol's action reconciliation. */
final class LogReplay {

    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private JsonNode metadata = MissingNode.getInstance();
    private JsonNode protocol = MissingNode.getInstance();
    private JsonNode clustering = MissingNode.getInstance();

    void addAll(List<JsonNode> actions) {
        // A file that gets a deletion vector is removed and added in one commit, in either order.
        actions.forEach(
                action -> files.remove(action.path("remove").path("path").asText()));
        actions.forEach(this::add);
    }

    private void add(JsonNode action) {
        JsonNode file = action.path("add");

        if (file.isObject()) {
            files.put(file.path("path").asText(), stored(file));
        }

        metadata = either(action.path("metaData"), metadata);
        protocol = either(action.path("protocol"), protocol);
        JsonNode domain = action.path("domainMetadata");
        clustering = domain.path("domain").asText().equals("delta.clustering") ? domain : clustering;
    }

    TableState state(long version) {
        return new TableState(
                version, new DefinitionReader(metadata, protocol, clustering).read(), new ArrayList<>(files.values()));
    }

    private static JsonNode either(JsonNode found, JsonNode otherwise) {
        return found.isObject() ? found : otherwise;
    }

    private static StoredFile stored(JsonNode file) {
        return new StoredFile(
                file.path("path").asText(),
                file.path("size").asLong(),
                rows(file),
                file.path("deletionVector").path("cardinality").asLong());
    }

    /** A checkpoint may have statistics as a struct only. */
    private static @Nullable Long rows(JsonNode file) {
        String statistics = file.path("stats").asText();
        JsonNode rows =
                (statistics.isEmpty() ? file.path("stats_parsed") : LogFiles.action(statistics)).path("numRecords");
        return rows.isNumber() ? rows.asLong() : null;
    }
}
