package dev.lakelight.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.lakelight.notebook.JsonValue.Elements;
import dev.lakelight.notebook.JsonValue.Members;
import dev.lakelight.notebook.JsonValue.Other;
import dev.lakelight.notebook.JsonValue.Text;
import dev.lakelight.result.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a JSON text so that each value knows its place, which no tree of Jackson's does. */
final class JsonText {

    /** Large, and kept as they are. */
    private static final Set<String> PASSED_OVER = Set.of("outputs", "attachments");

    /** Outputs hold pictures of any size, and numbers that JSON has no words for but Python writes. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Read a text.
     *
     * @param file its name in messages
     * @throws NotebookFormatException when it is not JSON
     */
    static JsonValue read(String file, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new JsonText(parser).read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private JsonValue read(String file) throws IOException {
        try {
            parser.nextToken();
            JsonValue value = value();

            if (parser.nextToken() != null) {
                throw notJson(file, "something follows its end", parser.currentTokenLocation());
            }

            return value;
        } catch (JsonProcessingException e) {
            boolean ended = e instanceof JsonEOFException;
            JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw notJson(file, ended ? "it ends in the middle of a value" : e.getOriginalMessage(), location);
        }
    }

    private static NotebookFormatException notJson(String file, String problem, JsonLocation location) {
        var place = new NotebookFormatException.Place(
                new SourceLocation(file, location.getLineNr()), location.getColumnNr(), 0);
        return NotebookFormatException.notJson(place, problem);
    }

    private JsonValue value() throws IOException {
        JsonToken token = parser.currentToken();
        int start = startOfToken();

        if (token == null) {
            return new Other(0, 0, "nothing");
        }

        return switch (token) {
            case START_OBJECT -> members(start);
            case START_ARRAY -> elements(start);
            case VALUE_STRING -> text(start);
            default -> new Other(start, start, parser.getText());
        };
    }

    private JsonValue members(int start) throws IOException {
        Map<String, JsonValue> values = new LinkedHashMap<>();

        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, PASSED_OVER.contains(name) ? passedOver() : value());
        }

        return new Members(start, end(), values);
    }

    private JsonValue elements(int start) throws IOException {
        List<JsonValue> values = new ArrayList<>();

        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }

        return new Elements(start, end(), values);
    }

    private JsonValue text(int start) throws IOException {
        String value = parser.getText();
        return new Text(start, end(), value);
    }

    private JsonValue passedOver() throws IOException {
        int start = startOfToken();
        parser.skipChildren();
        return new Other(start, end(), "something");
    }

    private int startOfToken() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int end() {
        return (int) parser.currentLocation().getCharOffset();
    }
}
