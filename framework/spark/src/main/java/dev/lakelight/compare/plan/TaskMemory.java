package dev.lakelight.compare.plan;

import org.apache.spark.memory.MemoryConsumer;
import org.apache.spark.memory.MemoryMode;
import org.apache.spark.memory.TaskMemoryManager;

/**
 * The part of the heap that Spark leaves to a task, but for what the operators behind this one need to begin. Nothing of it is given
 * up for their sake.
 */
final class TaskMemory extends MemoryConsumer implements Memory {

    private static final int PAGES_FOR_OTHERS = 4;

    private final long forOthers;

    TaskMemory(TaskMemoryManager manager) {
        super(manager, MemoryMode.ON_HEAP);
        this.forOthers = PAGES_FOR_OTHERS * manager.pageSizeBytes();
    }

    @Override
    public boolean take(long bytes) {
        long wanted = bytes + forOthers;
        long granted = acquireMemory(wanted);
        boolean isEnough = granted == wanted;
        freeMemory(isEnough ? forOthers : granted);
        return isEnough;
    }

    @Override
    public void give(long bytes) {
        freeMemory(bytes);
    }

    @Override
    public void free() {
        freeMemory(getUsed());
    }

    @Override
    public long spill(long size, MemoryConsumer trigger) {
        return 0;
    }
}
