package dev.lakelight.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into plain Java: maps, lists, strings, exact numbers, booleans and null. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private JsonText() {}

    /**
     * Return the value that is written.
     *
     * @throws BadValueException when the text is not JSON
     */
    static @Nullable Object read(String text) throws BadValueException {
        try {
            return MAPPER.readerFor(Object.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw BadValueException.because("found '%s', which is not JSON from character %d on"
                    .formatted(text, e.getLocation().getColumnNr()));
        }
    }

    /** Return a parser of a file; the caller closes it. */
    static JsonParser parser(DataFile file) throws IOException {
        return MAPPER.createParser(file.open());
    }

    /** Return the object that begins here. */
    static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        return MAPPER.readValue(parser, OBJECT);
    }

    /** Return the value as JSON. */
    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Plain values are expected, not " + value.getClass(), e);
        }
    }
}
