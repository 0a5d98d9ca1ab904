package dev.lakelight.dialect;

import dev.lakelight.interpreter.CancellableCode;
import org.apache.spark.sql.catalyst.SqlScriptingContextManager$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;

/**
 * Ends the script of a run that was cancelled. Spark takes one statement of a {@code BEGIN ... END} after the other without a look at
 * its thread, and what a cancelled job fails with may be an error that the script handles. Each turn of a loop analyzes a condition or
 * a statement; that of a {@code LOOP} need not, so {@link ScriptTurn} is put into it.
 */
final class EndedScripts extends Rule<LogicalPlan> {

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        if (SqlScriptingContextManager$.MODULE$.get().isDefined()) {
            CancellableCode.endWhenInterrupted();
        }

        return plan;
    }
}
