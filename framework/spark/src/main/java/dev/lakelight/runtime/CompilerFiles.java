package dev.lakelight.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what compilers have read of the class path's jars, which is most of the cost of starting one. A file manager serves one
 * JShell at a time.
 */
final class CompilerFiles {

    private static final Queue<StandardJavaFileManager> IDLE = new ConcurrentLinkedQueue<>();

    private @Nullable StandardJavaFileManager held;

    /** Return an idle file manager in place of a fresh one, or the fresh one when there is none. */
    StandardJavaFileManager take(StandardJavaFileManager fresh) {
        StandardJavaFileManager idle = IDLE.poll();
        StandardJavaFileManager taken = idle == null ? fresh : idle;
        held = taken;
        return taken;
    }

    void giveBack() {
        if (held != null) {
            IDLE.add(held);
            held = null;
        }
    }
}
