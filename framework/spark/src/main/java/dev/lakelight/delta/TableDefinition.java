package dev.lakelight.delta;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.types.StructType;

/**
 * What a Delta table is declared to be.
 *
 * @param comment of the table; empty when it has none
 * @param schema with the comments of its columns
 * @param partitionColumns in order
 * @param clusteringColumns in order, those of structs with dots
 * @param properties by name; constraints are among them
 * @param features names of the table features that readers or writers need, those that an older protocol implies included
 */
public record TableDefinition(
        String comment,
        StructType schema,
        List<String> partitionColumns,
        List<String> clusteringColumns,
        Map<String, String> properties,
        Set<String> features) {

    /** What the names of the properties begin with that record primary and foreign keys, which Delta itself does not know. */
    public static final String KEY = "lakelight.constraint.";

    private static final String CONSTRAINT = "delta.constraints.";

    public TableDefinition {
        requireNonNull(comment, "comment");
        requireNonNull(schema, "schema");
        partitionColumns = List.copyOf(partitionColumns);
        clusteringColumns = List.copyOf(clusteringColumns);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        features = Collections.unmodifiableSet(new TreeSet<>(features));
    }

    /** Return the expressions of its CHECK constraints, by name. */
    public Map<String, String> constraints() {
        return withPrefix(CONSTRAINT);
    }

    /** Return the keys that it was declared with, by name: {@code FOREIGN KEY (customer) REFERENCES silver.customers (id)}. */
    public Map<String, String> declaredKeys() {
        return withPrefix(KEY);
    }

    private Map<String, String> withPrefix(String prefix) {
        Map<String, String> found = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
