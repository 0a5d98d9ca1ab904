package dev.lakelight.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns events into lines of JSON and back. Strict: a property too many or too few makes a line unreadable. Text that is not
 * ASCII is escaped, because untrusted text may hold lone surrogates, which UTF-8 cannot say.
 */
final class EventFormat {

    static final int SCHEMA = 1;

    private static final Map<String, Class<? extends Event>> TYPES = types();
    private static final String TYPE = "event";

    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .addModule(new SimpleModule()
                    .addSerializer(String.class, new SecretFreeText())
                    .addSerializer(Duration.class, new AsText<>(Duration.class))
                    .addSerializer(Instant.class, new AsText<>(Instant.class))
                    .addDeserializer(Duration.class, new FromText<>(Duration.class, Duration::parse))
                    .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse)))
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private EventFormat() {}

    private static Map<String, Class<? extends Event>> types() {
        Map<String, Class<? extends Event>> types = new LinkedHashMap<>();
        types.put("suite-started", Event.SuiteStarted.class);
        types.put("cluster-started", Event.ClusterStarted.class);
        types.put("executor-lost", Event.ExecutorLost.class);
        types.put("breakdown", Event.Breakdown.class);
        types.put("test-planned", Event.TestPlanned.class);
        types.put("test-started", Event.TestStarted.class);
        types.put("module-run", Event.ModuleRan.class);
        types.put("job-run", Event.JobRan.class);
        types.put("test-finished", Event.TestFinished.class);
        types.put("suite-finished", Event.SuiteFinished.class);
        return types;
    }

    /** Return the event as one line without its end. */
    static String write(Event event) {
        ObjectNode line = JSON.createObjectNode().put(TYPE, typeOf(event));
        line.setAll(JSON.<ObjectNode>valueToTree(event));
        return writeTree(line);
    }

    private static String writeTree(ObjectNode line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written: " + line, e);
        }
    }

    /**
     * Return the event of a line.
     *
     * @throws UnreadableEvent when the line is not an event
     * @throws ForeignEventLog when the line begins a log of another schema
     */
    static Event read(String line) throws UnreadableEvent {
        try {
            return parse(line);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(e.getOriginalMessage(), e);
        }
    }

    private static Event parse(String line) throws JsonProcessingException, UnreadableEvent {
        JsonNode tree = JSON.readTree(line);

        if (!(tree instanceof ObjectNode properties)) {
            throw new UnreadableEvent("not a JSON object", null);
        }

        String type = properties.path(TYPE).asText();
        Class<? extends Event> eventClass = TYPES.get(type);

        if (eventClass == null) {
            throw new UnreadableEvent("unknown event '" + type + "'", null);
        }

        checkSchema(properties);
        properties.remove(TYPE);
        return JSON.treeToValue(properties, eventClass);
    }

    /** The first event carries the schema; a log of another one cannot be understood at all. */
    private static void checkSchema(ObjectNode properties) {
        JsonNode schema = properties.get("schema");

        if (schema != null && schema.asInt() != SCHEMA) {
            throw new ForeignEventLog(schema.asText());
        }
    }

    private static String typeOf(Event event) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == event.getClass())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static final class AsText<T> extends StdScalarSerializer<T> {

        private static final long serialVersionUID = 1;

        AsText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }

    private static final class FromText<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parser;

        FromText(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parser.apply(text);
            } catch (DateTimeParseException e) {
                throw JsonMappingException.from(context, e.getMessage(), e);
            }
        }
    }
}
