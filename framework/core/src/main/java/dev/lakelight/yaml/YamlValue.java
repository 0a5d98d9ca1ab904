package dev.lakelight.yaml;

import dev.lakelight.result.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file and what it is called there. Reading it as something that it is not rejects it and returns an empty
 * value of the wanted type.
 */
public final class YamlValue {

    private static final int SHOWN_CHARACTERS = 40;

    private final YamlFile file;
    private final String label;
    private final Node written;
    private @Nullable Node resolved;

    /** Create a value that messages call by this label, such as {@code 'name'} or {@code The file}. */
    public YamlValue(YamlFile file, String label, Node written) {
        this.file = file;
        this.label = label;
        this.written = written;
    }

    /** Return the file that it is read from. */
    public YamlFile file() {
        return file;
    }

    /** Return where it is. */
    public SourceLocation location() {
        return file.location(node());
    }

    /** Remember that it is wrong. */
    public void reject(String message) {
        file.reject(node(), message);
    }

    /** Say that this should be something else. */
    public void rejectUnless(String wanted) {
        reject("%s must be %s, but is %s.".formatted(label, wanted, found()));
    }

    /** Return whether it is text, a number, a boolean or null. */
    public boolean isScalar() {
        return node() instanceof ScalarNode;
    }

    /** Return whether it is a list. */
    public boolean isList() {
        return node() instanceof SequenceNode;
    }

    /** Return whether it is a mapping. */
    public boolean isMapping() {
        return node() instanceof MappingNode;
    }

    /** Return whether it is null or nothing. */
    public boolean isNull() {
        return node().getTag().equals(Tag.NULL);
    }

    /** Return whether nothing is written, not even a reference to something. */
    public boolean isWrittenEmpty() {
        return written.getTag().equals(Tag.NULL);
    }

    /** Return whether it is of a type. */
    public boolean hasTag(Tag tag) {
        return node().getTag().equals(tag);
    }

    /** Return the text of a scalar exactly as written, or an empty one for anything else. */
    public String raw() {
        return node() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Return a text that is not taken for a number, a boolean or null. */
    public String string() {
        if (hasTag(Tag.STR) && isScalar() && !raw().isBlank()) {
            return raw();
        }

        rejectUnless(isScalar() && !isNull() && !raw().isBlank() ? "text in quotes" : "text");
        return "";
    }

    /** Return the text of any scalar but null, exactly as written: {@code 2011-12-09} and {@code 1.10} stay what they are. */
    public String text() {
        if (isNull() || !isScalar()) {
            rejectUnless("text");
        }

        return raw();
    }

    /** Return the text of any scalar that says something. */
    public String name() {
        if (isNull() || raw().isBlank()) {
            rejectUnless("text");
        }

        return raw();
    }

    /** Return a number from 0 to 999999999. */
    public int wholeNumber() {
        if (hasTag(Tag.INT) && raw().matches("\\d{1,9}")) {
            return Integer.parseInt(raw());
        }

        rejectUnless("a whole number from 0 to 999999999");
        return 0;
    }

    /** Return true or false. */
    public boolean yesOrNo() {
        if (!hasTag(Tag.BOOL)) {
            rejectUnless("true or false");
        }

        return raw().equalsIgnoreCase("true");
    }

    /** Return the items of a list. */
    public List<YamlValue> list() {
        if (node() instanceof SequenceNode sequence) {
            return items(sequence);
        }

        rejectUnless("a list");
        return List.of();
    }

    /** Return the items of a list, or this alone. */
    public List<YamlValue> listOrSelf() {
        return isList() ? list() : List.of(this);
    }

    /** Return the texts of a list, which may be empty ones. */
    public List<String> texts() {
        return list().stream().map(YamlValue::text).toList();
    }

    /** Return the names of a list, or that of this alone. */
    public List<String> names() {
        return listOrSelf().stream().map(YamlValue::name).toList();
    }

    /** Return the texts of a mapping, in order. */
    public Map<String, String> textsByName() {
        Map<String, String> texts = new LinkedHashMap<>();
        object().entries().forEach(entry -> texts.put(entry.key(), entry.value().text()));
        return texts;
    }

    /** Return the entries of a mapping with any keys. */
    public YamlObject object() {
        return object(YamlMessages::duplicateKey);
    }

    /** Return the entries of a mapping with any keys; tell of a key that is there twice in these words. */
    public YamlObject object(YamlObject.TwiceMessage twice) {
        return YamlObject.of(this, twice);
    }

    /** Return the entries of a mapping with the keys of a shape, and all that it requires. */
    public YamlObject object(YamlShape shape) {
        YamlObject object = object();
        object.rejectUnknown(shape);
        requireAll(object, shape);
        return object;
    }

    /** Return the entries of a mapping with all that a shape requires; keys that it does not have are left alone. */
    public YamlObject openObject(YamlShape shape) {
        YamlObject object = object();
        requireAll(object, shape);
        return object;
    }

    private void requireAll(YamlObject object, YamlShape shape) {
        shape.required().stream()
                .filter(key -> isMapping() && !object.has(key))
                .forEach(key -> reject(YamlMessages.missingKey(key, shape)));
    }

    /** Return the node, with what it refers to in its place. */
    public Node node() {
        if (resolved == null) {
            resolved = file.resolve(written);
        }

        return resolved;
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
