package dev.lakelight.cluster;

import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.execution.ui.SQLExecutionUIData;
import scala.Option;
import scala.collection.mutable.HashMap;
import scala.collection.mutable.ListBuffer;

/**
 * What each {@code SharedState} adds to the context's store of statuses, and Spark never takes away: a trigger that cleans up old
 * queries, and one that flushes.
 *
 * @param ofQueries triggers for queries before, in the form of Spark's private class
 * @param flushes number of flush triggers before
 */
record StatusStoreTriggers(Optional<Object> ofQueries, int flushes) {

    static StatusStoreTriggers now(SparkContext context) {
        Optional<Object> ofQueries = triggers(context).flatMap(map -> {
            Option<Object> entry = map.get(SQLExecutionUIData.class);
            return entry.isDefined() ? Optional.of(entry.get()) : Optional.empty();
        });
        return new StatusStoreTriggers(
                ofQueries, flushes(context).map(ListBuffer::size).orElse(0));
    }

    void restore(SparkContext context) {
        triggers(context)
                .ifPresent(map -> ofQueries.ifPresentOrElse(
                        before -> map.put(SQLExecutionUIData.class, before),
                        () -> map.remove(SQLExecutionUIData.class)));
        flushes(context).ifPresent(list -> list.takeInPlace(flushes));
    }

    @SuppressWarnings("unchecked")
    private static Optional<HashMap<Object, Object>> triggers(SparkContext context) {
        return PrivateField.of(context.statusStore().store(), "triggers")
                .as(HashMap.class)
                .map(map -> (HashMap<Object, Object>) map);
    }

    @SuppressWarnings("unchecked")
    private static Optional<ListBuffer<Object>> flushes(SparkContext context) {
        return PrivateField.of(context.statusStore().store(), "flushTriggers")
                .as(ListBuffer.class)
                .map(list -> (ListBuffer<Object>) list);
    }
}
