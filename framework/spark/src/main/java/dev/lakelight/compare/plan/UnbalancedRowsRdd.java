package dev.lakelight.compare.plan;

import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.TaskCompletionListener;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** Matches the rows of blocks, partition by partition. What does not fit in a task's memory is read more than once. */
final class UnbalancedRowsRdd extends RDD<InternalRow> {

    private static final long serialVersionUID = 1;

    private final RDD<InternalRow> blocks;
    private final RowLayout layout;

    UnbalancedRowsRdd(RDD<InternalRow> blocks, RowLayout layout) {
        super(blocks, ClassTag$.MODULE$.apply(InternalRow.class));
        this.blocks = blocks;
        this.layout = layout;
    }

    @Override
    public Partition[] getPartitions() {
        return blocks.partitions();
    }

    @Override
    public Iterator<InternalRow> compute(Partition split, TaskContext context) {
        TaskMemory memory = new TaskMemory(context.taskMemoryManager());
        context.addTaskCompletionListener((TaskCompletionListener) ended -> memory.free());
        return CollectionConverters.asScala(
                new MatchedBlocks(() -> CollectionConverters.asJava(blocks.iterator(split, context)), memory, layout));
    }
}
