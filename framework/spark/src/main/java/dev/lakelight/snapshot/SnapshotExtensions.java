package dev.lakelight.snapshot;

import org.apache.spark.sql.SparkSessionExtensions;
import scala.Function1;
import scala.runtime.BoxedUnit;

/**
 * Called by Spark for each session: registers how the state of Delta tables is computed. Without it Delta computes the same by
 * Spark jobs.
 */
public final class SnapshotExtensions implements Function1<SparkSessionExtensions, BoxedUnit> {

    /** Called by Spark. */
    public SnapshotExtensions() {}

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectPlannerStrategy(SnapshotStrategy::new);
        return BoxedUnit.UNIT;
    }
}
