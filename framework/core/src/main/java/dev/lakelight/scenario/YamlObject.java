package dev.lakelight.scenario;

import dev.lakelight.result.SourceLocation;
import java.util.ArrayList;
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
final class YamlObject {

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
    void rejectUnknown(Shape shape) {
        entries().stream()
                .filter(entry -> !shape.keys().contains(entry.key()))
                .forEach(entry -> file.reject(entry.node(), ScenarioMessages.unknownKey(entry.key(), shape)));
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Return the entries whose keys are names that users choose. */
    List<Entry> entriesBeside(Shape shape) {
        return entries.values().stream()
                .filter(entry -> !shape.keys().contains(entry.key()))
                .toList();
    }

    Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    Optional<YamlValue> value(String key) {
        return entry(key).map(Entry::value);
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void reject(Entry entry, String message) {
        file.reject(entry.node(), message);
    }

    /** What to say of a key that is there twice. */
    @FunctionalInterface
    interface TwiceMessage {

        String of(String key, SourceLocation first);
    }

    /** A key, where it is, and its value. */
    record Entry(String key, Node node, YamlValue value) {}
}
