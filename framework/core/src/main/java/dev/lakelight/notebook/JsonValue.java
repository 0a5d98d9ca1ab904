package dev.lakelight.notebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON text that knows where it stands: offsets of its first character and behind its last. */
sealed interface JsonValue {

    int start();

    int end();

    /** Return a member of an object; nothing when there is none, or this is no object. */
    default Optional<JsonValue> member(String name) {
        return Optional.empty();
    }

    /** Return the text of a member; nothing when it is no text. */
    default Optional<String> textOf(String name) {
        return member(name).flatMap(value -> value instanceof Text text ? Optional.of(text.value()) : Optional.empty());
    }

    /** Return how a message names the kind of value. */
    String kind();

    /** An object; of members of the same name the last, as Python's reader has it. */
    record Members(int start, int end, Map<String, JsonValue> values) implements JsonValue {

        @Override
        public Optional<JsonValue> member(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** A list. */
    record Elements(int start, int end, List<JsonValue> values) implements JsonValue {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A string, its value without escapes. */
    record Text(int start, int end, String value) implements JsonValue {

        @Override
        public String kind() {
            return "'" + (value.length() <= 40 ? value : value.substring(0, 40) + "...") + "'";
        }
    }

    /** A number, a truth value or null, as written; or something that nobody asks for. */
    record Other(int start, int end, String kind) implements JsonValue {}
}
