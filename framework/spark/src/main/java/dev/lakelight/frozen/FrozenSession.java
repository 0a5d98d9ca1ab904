package dev.lakelight.frozen;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;

/** A rule for the plans of a session, as long as a setting says what time it is there. */
abstract class FrozenSession extends Rule<LogicalPlan> {

    private final org.apache.spark.sql.classic.SparkSession session;

    FrozenSession(SparkSession session) {
        this.session = (org.apache.spark.sql.classic.SparkSession) session;
    }

    @Override
    public final LogicalPlan apply(LogicalPlan plan) {
        return session.sessionState().conf().contains(FrozenPlan.TIME) ? frozen(plan) : plan;
    }

    /** Return a plan with what the frozen time makes of it. */
    abstract LogicalPlan frozen(LogicalPlan plan);

    org.apache.spark.sql.classic.SparkSession session() {
        return session;
    }
}
