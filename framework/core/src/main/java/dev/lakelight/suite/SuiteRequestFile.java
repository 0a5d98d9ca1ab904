package dev.lakelight.suite;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and reads a {@link SuiteRequest} as a JSON file. */
public final class SuiteRequestFile {

    private static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Path.class, new PathWriter())
                    .addDeserializer(Path.class, new PathReader()))
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private SuiteRequestFile() {}

    /**
     * Write a request, replacing what is there; folders are made as needed.
     *
     * @throws EnvironmentError when the file cannot be written
     */
    public static void write(SuiteRequest request, Path file) {
        ObjectNode tree = JSON.createObjectNode().put("schema", SCHEMA);
        tree.setAll(JSON.<ObjectNode>valueToTree(request));

        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, tree.toPrettyString() + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentError("Cannot write the suite request to %s: %s".formatted(file, e), e);
        }
    }

    /**
     * Read what {@link #write} has written.
     *
     * @throws EnvironmentError when the file cannot be read, or another version of Lakelight wrote it
     */
    public static SuiteRequest read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new EnvironmentError("Cannot read the suite request %s: %s".formatted(file, e), e);
        }
    }

    private static SuiteRequest parse(String text, Path file) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(text);

        if (!(tree instanceof ObjectNode request) || request.path("schema").asInt() != SCHEMA) {
            throw new EnvironmentError(
                    "The suite request %s is not of schema %d. The Maven plugin and lakelight-junit must be of one version."
                            .formatted(file, SCHEMA));
        }

        request.remove("schema");
        return JSON.treeToValue(request, SuiteRequest.class);
    }

    private static final class PathWriter extends StdScalarSerializer<Path> {

        private static final long serialVersionUID = 1;

        PathWriter() {
            super(Path.class);
        }

        @Override
        public void serialize(Path path, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(path.toString());
        }
    }

    private static final class PathReader extends StdScalarDeserializer<Path> {

        private static final long serialVersionUID = 1;

        PathReader() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Path.of(json.getValueAsString(""));
        }
    }
}
