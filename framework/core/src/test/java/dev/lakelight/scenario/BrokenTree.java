package dev.lakelight.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A document with values removed, replaced and put under other keys. */
final class BrokenTree {

    private static final List<JsonNode> VALUES = Stream.of(
                    "null",
                    "\"x\"",
                    "\"\"",
                    "\" \"",
                    "\"data/customers.csv\"",
                    "\"absent\"",
                    "5",
                    "-1",
                    "1.5",
                    "true",
                    "[]",
                    "{}",
                    "[\"a\"]",
                    "[[1]]",
                    "{\"a\": \"b\"}",
                    "{\"rows\": []}",
                    "[\"small\", \"small\"]")
            .map(BrokenTree::json)
            .toList();
    private static final List<String> KEYS = Stream.concat(
                    Stream.of("x", "a.b", "a.b.c.d", "../a", "/a", "a//b", "`q r`.t", "a b.c", ""),
                    Stream.of(Shape.values()).flatMap(shape -> shape.keys().stream()))
            .distinct()
            .toList();

    private final JsonNode root;
    private final Random random;

    BrokenTree(JsonNode root, Random random) {
        this.root = root;
        this.random = random;
    }

    JsonNode mutate(int times) {
        for (int i = 0; i < times; i++) {
            mutate(one(containers(root)));
        }

        return root;
    }

    private void mutate(ContainerNode<?> container) {
        if (container instanceof ObjectNode object) {
            mutate(object);
        } else {
            mutate((ArrayNode) container);
        }
    }

    private void mutate(ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        String key = keys.isEmpty() ? one(KEYS) : one(keys);

        switch (random.nextInt(4)) {
            case 0 -> object.remove(key);
            case 1 -> object.set(key, one(VALUES).deepCopy());
            case 2 -> object.set(one(KEYS), one(VALUES).deepCopy());
            default -> object.set(one(KEYS), object.path(key).isMissingNode() ? one(VALUES) : object.remove(key));
        }
    }

    private void mutate(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(3) == 0) {
            array.add(one(VALUES).deepCopy());
        } else if (random.nextBoolean()) {
            array.remove(random.nextInt(array.size()));
        } else {
            array.set(random.nextInt(array.size()), one(VALUES).deepCopy());
        }
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<ContainerNode<?>> containers(JsonNode node) {
        List<ContainerNode<?>> found = new ArrayList<>();

        if (node instanceof ContainerNode<?> container) {
            found.add(container);
            node.forEach(child -> found.addAll(containers(child)));
        }

        return found;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
