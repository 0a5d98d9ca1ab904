package dev.lakelight.snapshot;

import static dev.lakelight.plan.PlanNode.seq;

import dev.lakelight.problem.UserError;
import java.util.List;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.collection.immutable.Seq;

/**
 * Plans the query by which Delta computes the state of a table from its log: its own query, evaluated on the driver by Spark's own
 * readers and expressions. So the state is Delta's, whatever a log says. A log of more bytes than {@link #MAX_BYTES} says, a query
 * of another shape and one that fails are left to Spark.
 */
final class SnapshotStrategy extends SparkStrategy {

    /** Setting: the size of a table's log up to which it is read on the driver; 0 has Delta's jobs run always. */
    static final String MAX_BYTES = "spark.lakelight.snapshot.maxBytes";

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStrategy.class);

    private final org.apache.spark.sql.classic.SparkSession session;

    SnapshotStrategy(SparkSession session) {
        this.session = (org.apache.spark.sql.classic.SparkSession) session;
    }

    @Override
    public Seq<SparkPlan> apply(LogicalPlan plan) {
        if (SnapshotQuery.isOne(plan) && SnapshotQuery.bytes(plan) <= maxBytes()) {
            return planned(plan);
        }

        return seq(List.of());
    }

    private long maxBytes() {
        String setting = session.sessionState().conf().getConfString(MAX_BYTES, "0");

        try {
            return JavaUtils.byteStringAsBytes(setting);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "%s is '%s', which is no size. Write one such as 4m, or 0 to leave the state of all tables to Delta's jobs."
                            .formatted(MAX_BYTES, setting),
                    e);
        }
    }

    /** What fails here fails in Spark, too, which says so in its own words. */
    private Seq<SparkPlan> planned(LogicalPlan plan) {
        try {
            List<InternalRow> rows = new DriverEvaluation(new LogFileReader(session)).rowsOf(plan);
            return seq(List.of(new SnapshotRowsExec(plan.output(), rows)));
        } catch (Exception e) {
            LOG.debug("The state of a table is left to Delta's own job", e);
            return seq(List.of());
        }
    }
}
