package dev.lakelight.compare;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.Statistics;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.execution.datasources.LogicalRelation;

/**
 * What is known of a dataset's size before it is computed: where it is a whole table of files, or a range, and nothing was filtered,
 * joined or left out. Everything else has to be looked at.
 */
final class KnownSize {

    private KnownSize() {}

    /** Return whether a dataset has more rows or more bytes than these, as far as that is known. */
    static boolean isOver(Dataset<Row> rows, long mostRows, long mostBytes) {
        LogicalPlan plan = analyzed(rows);

        while (keepsAll(plan)) {
            plan = plan.children().head();
        }

        if (plan instanceof Range range) {
            return range.numElements().$greater(scala.math.BigInt.apply(mostRows));
        }

        return plan instanceof LogicalRelation && isOver(plan.stats(), mostBytes);
    }

    static LogicalPlan analyzed(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .analyzed();
    }

    private static boolean keepsAll(LogicalPlan plan) {
        return plan instanceof SubqueryAlias
                || plan instanceof View
                || (plan instanceof Project project
                        && project.output().size() >= project.child().output().size());
    }

    /** Files are compressed: what they hold is larger. */
    private static boolean isOver(Statistics statistics, long mostBytes) {
        return statistics.sizeInBytes().$greater(scala.math.BigInt.apply(mostBytes));
    }
}
