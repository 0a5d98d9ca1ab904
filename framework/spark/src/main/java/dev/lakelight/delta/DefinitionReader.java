package dev.lakelight.delta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Makes the definition of a table of the actions that have it.
 *
 * @param metadata the action that describes the table
 * @param protocol the action that tells what readers and writers must know
 * @param clustering action {@code domainMetadata} of the domain {@code delta.clustering}; missing when it is not clustered
 */
record DefinitionReader(JsonNode metadata, JsonNode protocol, JsonNode clustering) {

    private static final String PHYSICAL_NAME = "delta.columnMapping.physicalName";
    private static final int FIRST_WITH_FEATURES = 7;

    /** What older writer versions imply, the version and the feature. */
    private static final Map<String, Integer> IMPLIED = Map.of(
            "appendOnly", 2,
            "invariants", 2,
            "checkConstraints", 3,
            "changeDataFeed", 4,
            "generatedColumns", 4,
            "columnMapping", 5,
            "identityColumns", 6);

    TableDefinition read() {
        StructType schema = schema();
        return new TableDefinition(
                metadata.path("description").asText(),
                schema,
                texts(metadata.path("partitionColumns")),
                clusteringColumns(schema),
                properties(),
                features());
    }

    private StructType schema() {
        String json = metadata.path("schemaString").asText();
        return json.isEmpty() ? new StructType() : (StructType) DataType.fromJson(json);
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        metadata.path("configuration")
                .properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        return properties;
    }

    private Set<String> features() {
        Set<String> features = new TreeSet<>(texts(protocol.path("writerFeatures")));
        features.addAll(texts(protocol.path("readerFeatures")));
        int writer = protocol.path("minWriterVersion").asInt();

        if (writer < FIRST_WITH_FEATURES) {
            IMPLIED.forEach((feature, since) -> {
                if (since <= writer) {
                    features.add(feature);
                }
            });
        }

        return features;
    }

    /** The log has the names that columns have in files, which column mapping makes others. */
    private List<String> clusteringColumns(StructType schema) {
        if (clustering.path("removed").asBoolean()) {
            return List.of();
        }

        String configuration = clustering.path("configuration").asText();
        List<String> columns = new ArrayList<>();

        if (!configuration.isEmpty()) {
            LogFiles.action(configuration)
                    .path("clusteringColumns")
                    .forEach(column -> columns.add(logical(texts(column), schema)));
        }

        return columns;
    }

    private static String logical(List<String> physical, StructType schema) {
        List<String> names = new ArrayList<>();
        DataType type = schema;

        for (String name : physical) {
            StructField field = field(name, type);
            names.add(field == null ? name : field.name());
            type = field == null ? type : field.dataType();
        }

        return String.join(".", names);
    }

    private static @Nullable StructField field(String physical, DataType type) {
        if (!(type instanceof StructType struct)) {
            return null;
        }

        for (StructField field : struct.fields()) {
            boolean mapped = field.metadata().contains(PHYSICAL_NAME);

            if (physical.equals(mapped ? field.metadata().getString(PHYSICAL_NAME) : field.name())) {
                return field;
            }
        }

        return null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
