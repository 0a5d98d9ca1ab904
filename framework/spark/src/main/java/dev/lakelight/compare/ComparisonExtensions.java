package dev.lakelight.compare;

import dev.lakelight.compare.plan.ComparisonStrategy;
import org.apache.spark.sql.SparkSessionExtensions;
import scala.Function1;
import scala.runtime.BoxedUnit;

/**
 * Called by Spark for each session: registers how comparisons are planned. Without it they find the same and take longer.
 */
public final class ComparisonExtensions implements Function1<SparkSessionExtensions, BoxedUnit> {

    /** Called by Spark. */
    public ComparisonExtensions() {}

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectPlannerStrategy(session -> new ComparisonStrategy());
        return BoxedUnit.UNIT;
    }
}
