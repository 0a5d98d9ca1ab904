package dev.lakelight.dialect;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.delta.DeltaOperationMetrics$;
import org.apache.spark.sql.delta.DeltaOperations;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What the history of a table says of a load. */
final class CopyOperation extends DeltaOperations.Operation {

    private static final String NAME = "COPY INTO";

    private final Map<String, Object> parameters = new HashMap<>();

    CopyOperation(CopyInto.Builder copy) {
        super(NAME);
        parameters.put("source", copy.source);
        parameters.put("fileFormat", copy.format);
    }

    @Override
    public scala.collection.immutable.Map<String, Object> parameters() {
        return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(parameters));
    }

    @Override
    public scala.collection.immutable.Set<String> operationMetrics() {
        return DeltaOperationMetrics$.MODULE$.WRITE();
    }

    @Override
    public boolean changesData() {
        return true;
    }

    /** A load adds files without deletion vectors. */
    @Override
    public boolean checkAddFileWithDeletionVectorStatsAreNotTightBounds() {
        return true;
    }

    @Override
    public Option<Object> isInPlaceFileMetadataUpdate() {
        return Option.apply(false);
    }

    @Override
    public boolean canChangePartitionColumns() {
        return false;
    }
}
