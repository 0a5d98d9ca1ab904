package dev.lakelight.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The JSON Schema of scenario files as a validator of another hand reads it. */
final class ScenarioSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScenarioSchema() {}

    static JsonSchema load() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(source());
    }

    /** Return the schema as a document. */
    static JsonNode source() {
        try (InputStream in = ScenarioReader.class.getResourceAsStream(ScenarioReader.SCHEMA_RESOURCE)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return a YAML document as editors hand it to the schema. */
    static JsonNode tree(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(yaml));
    }
}
