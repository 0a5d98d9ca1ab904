package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec.Source.GeneratedData.ColumnReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of a table whatever its rows are. Everything that is given must hold.
 *
 * @param unique columns in which no two rows have the same values; empty for none
 * @param references columns whose values must be in other tables
 * @param expect conditions that must be true for every row
 * @param properties table properties that must have these values
 * @param partitionedBy columns that it must be partitioned by, empty for none, or null when any will do
 * @param clusteredBy columns that it must be clustered by, empty for none, or null when any will do
 * @param operations of the commits that the run added to it, as Delta names them, or null when any will do
 * @param fileCount number of its files, or null when any will do
 * @param minimumBytes fewest bytes of a file, or null when any will do
 */
public record TableRules(
        List<String> unique,
        List<ColumnReference> references,
        List<String> expect,
        Map<String, String> properties,
        @Nullable List<String> partitionedBy,
        @Nullable List<String> clusteredBy,
        @Nullable List<String> operations,
        @Nullable Long fileCount,
        @Nullable Long minimumBytes) {

    /** No rules. */
    public static final TableRules NONE =
            new TableRules(List.of(), List.of(), List.of(), Map.of(), null, null, null, null, null);

    public TableRules {
        unique = List.copyOf(unique);
        references = List.copyOf(references);
        expect = List.copyOf(expect);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        partitionedBy = partitionedBy == null ? null : List.copyOf(partitionedBy);
        clusteredBy = clusteredBy == null ? null : List.copyOf(clusteredBy);
        operations = operations == null ? null : List.copyOf(operations);
    }
}
