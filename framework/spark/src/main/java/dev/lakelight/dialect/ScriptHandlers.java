package dev.lakelight.dialect;

import dev.lakelight.catalog.Nodes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.plans.logical.ExceptionHandler;
import org.apache.spark.sql.catalyst.plans.logical.ExceptionHandlerTriggers;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The handlers of a block. Spark 4.2 forgets the one for {@code NOT FOUND} and the one for {@code SQLEXCEPTION} at each handler that
 * comes after them: the end of a cursor is then no error and handled by nobody, so that a loop over it goes on for ever. The order of
 * handlers means nothing, so those two come last, and that for {@code NOT FOUND}, of which there may be another behind, is asked for by
 * the state as well.
 */
final class ScriptHandlers {

    /** The one state of the class 02, no data, that Spark has. */
    private static final String NO_DATA = "02000";

    private static final int TRIGGERS = 0;

    private ScriptHandlers() {}

    /** Return the same handlers, of which Spark forgets none. */
    static List<LogicalPlan> inSpark(List<LogicalPlan> handlers) {
        if (handlers.size() < 2) {
            return handlers;
        }

        List<LogicalPlan> ordered = handlers.stream()
                .sorted(Comparator.comparingInt(ScriptHandlers::rank))
                .toList();
        return ordered.stream()
                        .anyMatch(handler -> triggers(handler).sqlStates().contains(NO_DATA))
                ? ordered
                : withState(ordered);
    }

    private static int rank(LogicalPlan handler) {
        if (triggers(handler).sqlException()) {
            return 2;
        }

        return triggers(handler).notFound() ? 1 : 0;
    }

    /** Only the first gets it, so that Spark tells of a second one in its own words. */
    private static List<LogicalPlan> withState(List<LogicalPlan> handlers) {
        LogicalPlan first = handlers.stream()
                .filter(handler -> triggers(handler).notFound())
                .findFirst()
                .orElse(null);
        return handlers.stream()
                .map(handler -> handler == first ? withState(handler) : handler)
                .toList();
    }

    private static LogicalPlan withState(LogicalPlan handler) {
        ExceptionHandlerTriggers triggers = triggers(handler);
        Set<String> states = new TreeSet<>(CollectionConverters.asJava(triggers.sqlStates()));
        states.add(NO_DATA);
        return Nodes.with(
                handler,
                TRIGGERS,
                new ExceptionHandlerTriggers(
                        CollectionConverters.asScala(states),
                        triggers.conditions(),
                        triggers.sqlException(),
                        triggers.notFound()));
    }

    private static ExceptionHandlerTriggers triggers(LogicalPlan handler) {
        return ((ExceptionHandler) handler).exceptionHandlerTriggers();
    }
}
