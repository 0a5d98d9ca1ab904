package dev.lakelight.interpreter;

import dev.lakelight.catalog.ShownErrors;
import dev.lakelight.problem.ThrownText;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkThrowable;
import org.apache.spark.TaskContext;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.tree.ClassNode;
import org.jspecify.annotations.Nullable;

/**
 * Lets the code of cells be cancelled. An interrupt ends nothing in code that goes in circles without asking for it, or that catches
 * whatever comes. So the compiled code gets a call of {@link #check} at the beginning of its methods and before jumps back, and one of
 * {@link #caught} where it catches. Executors have it so, too.
 */
public final class CancellableCode {

    /** Not every call looks whether its task was killed: that takes longer than the turn of a loop. */
    private static final int CALLS_PER_LOOK = 256;

    /** Of a cell's thread, unlike of those that it has started: its code may interrupt them for reasons of its own. */
    private static final ThreadLocal<@Nullable State> STATE = new ThreadLocal<>();

    /** Of threads that were interrupted and have caught it. */
    private static final AtomicInteger CANCELLED = new AtomicInteger();

    private static int calls;

    private CancellableCode() {}

    /** Run code of a cell: an interrupt of this thread is its end. */
    public static void run(Runnable work) {
        State before = STATE.get();
        State state = new State();
        STATE.set(state);

        try {
            work.run();
        } finally {
            STATE.set(before);
            CANCELLED.addAndGet(state.cancelled ? -1 : 0);
        }
    }

    /**
     * Called by the code.
     *
     * @throws CancelledCode when its thread is or was interrupted
     */
    public static void check() {
        boolean interrupted = Thread.currentThread().isInterrupted();

        if (interrupted || CANCELLED.get() > 0) {
            endWhenCancelled(interrupted);
        }

        // Threads may overwrite each other's counts: then one looks a little later.
        calls++;

        if (calls % CALLS_PER_LOOK == 0) {
            endWhenTaskWasKilled();
        }
    }

    /**
     * End work in which nothing else looks whether it is cancelled, such as a script of SQL.
     *
     * @throws CancelledCode when this thread was interrupted
     */
    public static void endWhenInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledCode();
        }
    }

    private static void endWhenCancelled(boolean interrupted) {
        State state = STATE.get();

        if (state != null && (interrupted || state.cancelled)) {
            throw new CancelledCode();
        }
    }

    private static void endWhenTaskWasKilled() {
        TaskContext task = TaskContext.get();

        if (task != null && task.isInterrupted()) {
            task.killTaskIfInterrupted();
        }
    }

    /** Called by the code with what it has caught. It finds the names in it that users know. */
    public static void caught(Throwable thrown) {
        State state = STATE.get();

        if (ThrownText.chain(thrown).stream().anyMatch(SparkThrowable.class::isInstance)) {
            ShownErrors.showInActiveSession(thrown);
        }

        if (state != null
                && !state.cancelled
                && ThrownText.chain(thrown).stream().anyMatch(CancellableCode::isEnd)) {
            state.cancelled = true;
            CANCELLED.incrementAndGet();
        }
    }

    private static boolean isEnd(Throwable thrown) {
        return thrown instanceof InterruptedException || thrown instanceof CancelledCode;
    }

    /** Return a class file whose code can be cancelled; the same one where that would make a method too large, or is beyond us. */
    public static byte[] apply(byte[] classFile) {
        try {
            ClassNode type = new ClassNode();
            new ClassReader(classFile).accept(type, 0);
            type.methods.forEach(CancellationCalls::insert);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            type.accept(writer);
            return writer.toByteArray();
        } catch (IndexOutOfBoundsException | IllegalArgumentException tooLargeOrTooNew) {
            return classFile;
        }
    }

    private static final class State {

        private boolean cancelled;
    }
}
