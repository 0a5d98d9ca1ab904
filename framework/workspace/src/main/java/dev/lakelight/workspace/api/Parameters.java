package dev.lakelight.workspace.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Named values of a request. A value that is null counts as missing; numbers and booleans may be written as text and the reverse. */
public final class Parameters {

    private final ObjectNode values;

    /** Create parameters of the values of an object. */
    public Parameters(ObjectNode values) {
        this.values = values;
    }

    /** Return the values. */
    public ObjectNode values() {
        return values;
    }

    /** Return whether a value is there. */
    public boolean has(String name) {
        return node(name).isPresent();
    }

    /** Return a text that has to be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> ApiErrors.missingParameter(name));
    }

    /** Return a text. */
    public Optional<String> optionalText(String name) {
        return node(name).map(node -> scalar(name, node));
    }

    /** Return a whole number that has to be there. */
    public long number(String name) {
        return optionalNumber(name).orElseThrow(() -> ApiErrors.missingParameter(name));
    }

    /** Return a whole number. */
    public OptionalLong optionalNumber(String name) {
        return optionalText(name)
                .map(text -> OptionalLong.of(number(name, text)))
                .orElse(OptionalLong.empty());
    }

    /** Return whether something is wanted; false when nothing is said. */
    public boolean flag(String name) {
        return optionalText(name).map(text -> flag(name, text)).orElse(false);
    }

    /** Return bytes, which JSON has as Base64 and forms as they are. */
    public Optional<byte[]> bytes(String name) {
        return node(name).map(node -> decoded(name, node));
    }

    /** Return a constant. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return optionalText(name)
                .filter(text -> !text.isEmpty())
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ApiErrors.unknownConstant(
                                name,
                                text,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList())));
    }

    /** Return the texts of a list; none when it is missing. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        items(name).forEach(item -> texts.add(scalar(name, present(name, item))));
        return texts;
    }

    private static JsonNode present(String name, JsonNode item) {
        if (item.isNull()) {
            throw ApiErrors.wrongType(name, "a list of texts");
        }

        return item;
    }

    /** Return the objects of a list; none when it is missing. */
    public List<Parameters> objects(String name) {
        List<Parameters> objects = new ArrayList<>();
        items(name).forEach(item -> objects.add(object(name, item)));
        return objects;
    }

    /** Return an object. */
    public Optional<Parameters> object(String name) {
        return node(name).map(node -> object(name, node));
    }

    /** Return all values as a record or class of wire names. */
    public <T> T as(Class<T> type) {
        try {
            return WireJson.mapper().treeToValue(values, type);
        } catch (JsonProcessingException e) {
            throw ApiErrors.malformed(e.getOriginalMessage());
        }
    }

    private List<JsonNode> items(String name) {
        Optional<JsonNode> node = node(name);

        if (node.isPresent() && !node.get().isArray()) {
            throw ApiErrors.wrongType(name, "a list");
        }

        List<JsonNode> items = new ArrayList<>();
        node.ifPresent(list -> list.forEach(items::add));
        return items;
    }

    private Optional<JsonNode> node(String name) {
        return Optional.ofNullable(values.get(name)).filter(node -> !node.isNull());
    }

    private static Parameters object(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Parameters(object);
        }

        throw ApiErrors.wrongType(name, "an object");
    }

    private static String scalar(String name, JsonNode node) {
        if (node.isContainerNode()) {
            throw ApiErrors.wrongType(name, "a text");
        }

        return node.asText();
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw ApiErrors.wrongType(name, "a whole number");
        }
    }

    private static boolean flag(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> throw ApiErrors.wrongType(name, "true or false");
        };
    }

    private static byte[] decoded(String name, JsonNode node) {
        try {
            return node.isBinary()
                    ? node.binaryValue()
                    : Base64.getMimeDecoder().decode(scalar(name, node));
        } catch (IOException | IllegalArgumentException e) {
            throw ApiErrors.wrongType(name, "Base64");
        }
    }
}
