package dev.lakelight.snapshot;

import java.util.List;
import java.util.Optional;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.SQLExecutionRDD;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** Rows that the driver has. */
final class SnapshotRowsRdd extends RDD<InternalRow> {

    private static final long serialVersionUID = 1;

    /** What Delta calls the data sets in which it keeps states. */
    private static final String STATE = "Delta Table State #";

    private final transient List<InternalRow> rows;

    SnapshotRowsRdd(SparkContext context, List<InternalRow> rows) {
        super(
                context,
                CollectionConverters.<org.apache.spark.Dependency<?>>asScala(List.of())
                        .toSeq(),
                ClassTag$.MODULE$.apply(InternalRow.class));
        this.rows = rows;
    }

    /**
     * Return the rows of a state that the driver has computed; empty for other data. Delta keeps a copy of each row, by
     * {@code map(_.copy())} of what its query has executed, under a name of its own.
     */
    static Optional<List<InternalRow>> ofState(LogicalRDD data) {
        @Nullable String name = data.rdd().name();
        return name != null && name.startsWith(STATE)
                ? parent(data.rdd())
                        .map(executed -> executed instanceof SQLExecutionRDD
                                ? parent(executed).orElse(executed)
                                : executed)
                        .filter(SnapshotRowsRdd.class::isInstance)
                        .map(computed -> ((SnapshotRowsRdd) computed).rows)
                : Optional.empty();
    }

    private static Optional<RDD<?>> parent(RDD<?> data) {
        return data.dependencies().size() == 1
                ? Optional.of(data.dependencies().head().rdd())
                : Optional.empty();
    }

    @Override
    public Partition[] getPartitions() {
        return new Partition[] {new Rows(rows.toArray(InternalRow[]::new))};
    }

    @Override
    public Iterator<InternalRow> compute(Partition split, TaskContext context) {
        return CollectionConverters.asScala(List.of(((Rows) split).rows).iterator());
    }

    /** The one partition; it goes to an executor with its task. */
    private static final class Rows implements Partition {

        private static final long serialVersionUID = 1;

        private final InternalRow[] rows;

        Rows(InternalRow[] rows) {
            this.rows = rows;
        }

        @Override
        public int index() {
            return 0;
        }
    }
}
