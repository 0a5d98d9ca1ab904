package dev.lakelight.workspace.driver;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import scala.runtime.BoxedUnit;

/** Found by Spark, for each session: makes the audit log of the workspace a table. Changes nothing in other JVMs than drivers. */
public final class AuditExtensions implements SparkSessionExtensionsProvider {

    /** Called by Spark. */
    public AuditExtensions() {}

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectHintResolutionRule(AuditRelation::new);
        return BoxedUnit.UNIT;
    }
}
