package dev.lakelight.interpreter;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of pieces of code. It knows nothing of the compiler, unlike the interpreter's own loader: Spark keeps classes, and
 * with them their loader, long after a run.
 */
final class PieceClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    /**
     * Spark looks into functions within functions to see what they use, but knows those by their type, {@code scala.Function1},
     * only: not by that of functions of primitive values, {@code scala.runtime.java8.JFunction1$mcII$sp}. It would take away what
     * these use (ClosureCleaner and IndylambdaScalaClosures in Spark 4.2).
     */
    private static final RenamedClass READABLE = new RenamedClass("Lscala/runtime/java8/JFunction", "Lscala/Function");

    private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

    PieceClassLoader(ClassLoader parent) {
        super(parent);
    }

    void add(Map<String, byte[]> more) {
        classFiles.putAll(more);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] found = classFiles.get(name);

        if (found == null) {
            throw new ClassNotFoundException(name);
        }

        byte[] cancellable = CancellableCode.apply(found);
        return defineClass(name, cancellable, 0, cancellable.length);
    }

    /** Return a class file to be read, not to be loaded: Spark reads those of functions, to see what they use. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] found = name.endsWith(".class")
                ? classFiles.get(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                : null;
        return found == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(READABLE.apply(found));
    }
}
