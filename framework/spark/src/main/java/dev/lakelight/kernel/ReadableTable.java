package dev.lakelight.kernel;

import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.actions.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table that Kernel reads as Spark does, by its protocol, its properties and its schema.
 *
 * @param schema as Spark sees it, without the metadata of columns
 */
record ReadableTable(Snapshot snapshot, StructType schema) {

    /** Features of readers that Kernel has. Those of writers alone do not change what is read. */
    private static final Set<String> FEATURES =
            Set.of("columnMapping", "deletionVectors", "timestampNtz", "v2Checkpoint", "vacuumProtocolCheck");

    /** Commits may then be elsewhere than in the log's folder. */
    private static final List<String> OTHER_COMMITS = List.of("delta.coordinatedCommits.", "io.unitycatalog.");

    private static final int FIRST_VERSION_WITH_FEATURES = 3;

    private static final String CHAR_OR_VARCHAR = "__CHAR_VARCHAR_TYPE_STRING";

    static Optional<ReadableTable> of(Snapshot snapshot) {
        String text = snapshot.getMetadata().getSchemaString();

        if (!isKnown(snapshot.getProtocol()) || hasOtherCommits(snapshot) || text.contains(CHAR_OR_VARCHAR)) {
            return Optional.empty();
        }

        StructType schema = withoutMetadata((StructType) DataType.fromJson(text));
        return ExactTypes.contain(schema) && hasExactPartitions(snapshot, schema)
                ? Optional.of(new ReadableTable(snapshot, schema))
                : Optional.empty();
    }

    private static boolean isKnown(Protocol protocol) {
        int version = protocol.getMinReaderVersion();

        if (version < FIRST_VERSION_WITH_FEATURES) {
            return true;
        }

        return version == FIRST_VERSION_WITH_FEATURES && FEATURES.containsAll(protocol.getReaderFeatures());
    }

    private static boolean hasOtherCommits(Snapshot snapshot) {
        return snapshot.getMetadata().getConfiguration().keySet().stream()
                .anyMatch(name -> OTHER_COMMITS.stream().anyMatch(name::startsWith));
    }

    private static boolean hasExactPartitions(Snapshot snapshot, StructType schema) {
        return snapshot.getPartitionColumnNames().stream()
                .allMatch(name -> ExactTypes.canPartition(schema.apply(name).dataType()));
    }

    private static StructType withoutMetadata(StructType schema) {
        return new StructType(Arrays.stream(schema.fields())
                .map(field -> new StructField(field.name(), field.dataType(), field.nullable(), Metadata.empty()))
                .toArray(StructField[]::new));
    }
}
