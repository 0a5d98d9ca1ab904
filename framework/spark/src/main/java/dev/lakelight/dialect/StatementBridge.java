package dev.lakelight.dialect;

import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Makes a kind of statement that Spark's parser does not know into a plan. Add new ones to {@link LakelightExtensions}. */
interface StatementBridge {

    /**
     * Return the plan of a statement, or nothing when it is not of this kind.
     *
     * @param sql without comments and blanks before it
     * @param spark parses what Spark knows, with the parameters of the statement
     */
    Optional<LogicalPlan> parse(String sql, Function<String, LogicalPlan> spark);
}
