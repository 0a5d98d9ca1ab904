package dev.lakelight.scenario;

import dev.lakelight.result.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file and what it is called there. Reading it as something that it is not rejects it and returns an empty
 * value of the wanted type.
 */
final class YamlValue {

    private static final int SHOWN_CHARACTERS = 40;

    private final YamlFile file;
    private final String label;
    private final Node node;

    YamlValue(YamlFile file, String label, Node node) {
        this.file = file;
        this.label = label;
        this.node = node;
    }

    YamlFile file() {
        return file;
    }

    SourceLocation location() {
        return file.location(node);
    }

    void reject(String message) {
        file.reject(node, message);
    }

    /** Say that this should be something else. */
    void rejectUnless(String wanted) {
        reject("%s must be %s, but is %s.".formatted(label, wanted, found()));
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean hasTag(Tag tag) {
        return node.getTag().equals(tag);
    }

    /** Return the text of a scalar exactly as written, or an empty one for anything else. */
    String raw() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Return a text that is not taken for a number, a boolean or null. */
    String string() {
        if (hasTag(Tag.STR) && isScalar() && !raw().isBlank()) {
            return raw();
        }

        rejectUnless(isScalar() && !isNull() && !raw().isBlank() ? "text in quotes" : "text");
        return "";
    }

    /** Return the text of any scalar but null, exactly as written: {@code 2011-12-09} and {@code 1.10} stay what they are. */
    String text() {
        if (isNull() || !isScalar()) {
            rejectUnless("text");
        }

        return raw();
    }

    /** Return the text of any scalar that says something. */
    String name() {
        if (isNull() || raw().isBlank()) {
            rejectUnless("text");
        }

        return raw();
    }

    /** Return a number from 0 to 999999999. */
    int wholeNumber() {
        if (hasTag(Tag.INT) && raw().matches("\\d{1,9}")) {
            return Integer.parseInt(raw());
        }

        rejectUnless("a whole number from 0 to 999999999");
        return 0;
    }

    boolean yesOrNo() {
        if (!hasTag(Tag.BOOL)) {
            rejectUnless("true or false");
        }

        return raw().equalsIgnoreCase("true");
    }

    List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return items(sequence);
        }

        rejectUnless("a list");
        return List.of();
    }

    /** Return the items of a list, or this alone. */
    List<YamlValue> listOrSelf() {
        return isList() ? list() : List.of(this);
    }

    /** Return the texts of a list, which may be empty ones. */
    List<String> texts() {
        return list().stream().map(YamlValue::text).toList();
    }

    /** Return the names of a list, or that of this alone. */
    List<String> names() {
        return listOrSelf().stream().map(YamlValue::name).toList();
    }

    Map<String, String> textsByName() {
        Map<String, String> texts = new LinkedHashMap<>();
        object().entries().forEach(entry -> texts.put(entry.key(), entry.value().text()));
        return texts;
    }

    /** Return the entries of a mapping with any keys. */
    YamlObject object() {
        return object(ScenarioMessages::duplicateKey);
    }

    /** Return the entries of a mapping with any keys; tell of a key that is there twice in these words. */
    YamlObject object(YamlObject.TwiceMessage twice) {
        return YamlObject.of(this, twice);
    }

    /** Return the entries of a mapping with the keys of a shape, and all that it requires. */
    YamlObject object(Shape shape) {
        YamlObject object = object();
        object.rejectUnknown(shape);
        shape.required().stream()
                .filter(key -> isMapping() && !object.has(key))
                .forEach(key -> reject(ScenarioMessages.missingKey(key, shape)));
        return object;
    }

    Node node() {
        return node;
    }

    private List<YamlValue> items(SequenceNode sequence) {
        List<YamlValue> items = new ArrayList<>();

        for (Node item : sequence.getValue()) {
            items.add(new YamlValue(file, "Item %d of %s".formatted(items.size() + 1, label), item));
        }

        return items;
    }

    private String found() {
        if (isNull()) {
            return "empty";
        }

        if (!isScalar()) {
            return isList() ? "a list" : "a mapping";
        }

        boolean shown = raw().length() <= SHOWN_CHARACTERS;
        return "'%s'".formatted(shown ? raw() : raw().substring(0, SHOWN_CHARACTERS) + "...");
    }
}
