package dev.lakelight.yaml;

import java.util.List;

/** What a mapping may hold. */
public interface YamlShape {

    /** Return what messages call such a mapping. */
    String label();

    /** Return all keys but those that users choose, such as tables. */
    List<String> keys();

    /** Return the keys that messages propose. */
    default List<String> proposed() {
        return keys();
    }

    /** Return the keys without which such a mapping makes no sense. */
    List<String> required();
}
