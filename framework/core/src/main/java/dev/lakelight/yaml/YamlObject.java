package dev.lakelight.yaml;

import dev.lakelight.result.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The entries of a mapping in a YAML file, each key once. */
public final class YamlObject {

    private final YamlFile file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private YamlObject(YamlFile file) {
        this.file = file;
    }

    /** Read a mapping; anything else is rejected and taken for an empty one. */
    static YamlObject of(YamlValue value, TwiceMessage twice) {
        YamlObject object = new YamlObject(value.file());

        if (value.node() instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> object.add(tuple, twice));
        } else {
            value.rejectUnless("a mapping");
        }

        return object;
    }

    private void add(NodeTuple tuple, TwiceMessage twice) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            file.reject(tuple.getKeyNode(), "A key must be text.");
            return;
        }

        YamlValue value = new YamlValue(file, "'%s'".formatted(key.getValue()), tuple.getValueNode());
        Entry first = entries.putIfAbsent(key.getValue(), new Entry(key.getValue(), key, value));

        if (first != null) {
            file.reject(key, twice.of(key.getValue(), file.location(first.node())));
        }
    }

    /** Reject keys that a shape does not have. */
    public void rejectUnknown(YamlShape shape) {
        entries().stream()
                .filter(entry -> !shape.keys().contains(entry.key()))
                .forEach(entry -> file.reject(entry.node(), YamlMessages.unknownKey(entry.key(), shape)));
    }

    /** Return the same without entries that say nothing, except for some keys. */
    public YamlObject withoutEmpty(Collection<String> exceptions) {
        YamlObject filled = new YamlObject(file);
        entries.values().stream()
                .filter(entry -> !entry.value().isWrittenEmpty() || exceptions.contains(entry.key()))
                .forEach(entry -> filled.entries.put(entry.key(), entry));
        return filled;
    }

    /** Return all entries, in order. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Return the entries whose keys are names that users choose. */
    public List<Entry> entriesBeside(YamlShape shape) {
        return entries.values().stream()
                .filter(entry -> !shape.keys().contains(entry.key()))
                .toList();
    }

    /** Return all keys, in order. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Return the value of a key. */
    public Optional<YamlValue> value(String key) {
        return entry(key).map(Entry::value);
    }

    /** Return the entry of a key. */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Return whether there is such a key. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Return whether there are no entries. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Remember that an entry is wrong. */
    public void reject(Entry entry, String message) {
        file.reject(entry.node(), message);
    }

    /** What to say of a key that is there twice. */
    @FunctionalInterface
    public interface TwiceMessage {

        /** Return the message for a key whose first occurrence is there. */
        String of(String key, SourceLocation first);
    }

    /** A key, where it is, and its value. */
    public record Entry(String key, Node node, YamlValue value) {}
}
