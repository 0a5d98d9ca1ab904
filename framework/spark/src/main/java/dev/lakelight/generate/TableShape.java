package dev.lakelight.generate;

import static java.util.Objects.requireNonNull;

import dev.lakelight.delta.TableDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What rows of a table must be like.
 *
 * @param name as users name it
 * @param schema its columns, but for those that Delta computes
 * @param partitionColumns in order
 * @param computed columns that Delta computes of others: their types and expressions, by name
 * @param checks conditions that must be true of each row, by the name of their constraint
 * @param uniqueKeys columns of its primary key
 * @param references its foreign keys
 */
public record TableShape(
        String name,
        StructType schema,
        List<String> partitionColumns,
        Map<String, Computed> computed,
        Map<String, String> checks,
        List<List<String>> uniqueKeys,
        List<Reference> references) {

    private static final String GENERATED = "delta.generationExpression";
    private static final String IDENTITY = "delta.identity.start";

    public TableShape {
        requireNonNull(name, "name");
        requireNonNull(schema, "schema");
        partitionColumns = List.copyOf(partitionColumns);
        computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        uniqueKeys = List.copyOf(uniqueKeys);
        references = List.copyOf(references);
    }

    /**
     * A column whose values are computed of others.
     *
     * @param type as Spark's DDL writes it
     * @param expression in SQL
     */
    public record Computed(String type, String expression) {}

    /** Take a schema alone. */
    public static TableShape of(String name, StructType schema) {
        return new TableShape(name, schema, List.of(), Map.of(), Map.of(), List.of(), List.of());
    }

    /** Take all that a Delta table is declared to be. */
    public static TableShape of(String name, TableDefinition definition) {
        Map<String, Computed> computed = new LinkedHashMap<>();
        fields(definition)
                .filter(field -> field.metadata().contains(GENERATED))
                .forEach(field -> computed.put(
                        field.name(),
                        new Computed(field.dataType().sql(), field.metadata().getString(GENERATED))));
        StructType schema = new StructType(fields(definition)
                .filter(field -> !field.metadata().contains(GENERATED)
                        && !field.metadata().contains(IDENTITY))
                .toArray(StructField[]::new));
        DeclaredKeys keys = DeclaredKeys.of(definition);
        return new TableShape(
                name,
                schema,
                definition.partitionColumns(),
                computed,
                definition.constraints(),
                keys.primary(),
                keys.foreign());
    }

    private static Stream<StructField> fields(TableDefinition definition) {
        return Stream.of(definition.schema().fields());
    }
}
