package dev.lakelight.cluster;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets executors that are threads of this JVM find classes that come into being while the cluster runs, such as those of notebook
 * cells. They are the driver's own, so executors see their static state.
 */
final class DriverClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final Map<String, WeakReference<ClassLoader>> LOADERS = new ConcurrentHashMap<>();

    private DriverClasses(@Nullable ClassLoader parent) {
        super(parent);
    }

    /** Hand out the classes of a top-level package that no other loader has, for as long as the loader is in use. */
    static void register(String packageName, ClassLoader loader) {
        LOADERS.values().removeIf(known -> known.get() == null);
        LOADERS.put(packageName, new WeakReference<>(loader));
    }

    /** Do work with such a class loader as the thread's own; Spark's executors take it for theirs. */
    static <T> T offered(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new DriverClasses(before));

        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int dot = name.indexOf('.');
        WeakReference<ClassLoader> known = dot < 0 ? null : LOADERS.get(name.substring(0, dot));
        ClassLoader loader = known == null ? null : known.get();

        if (loader == null) {
            throw new ClassNotFoundException(name);
        }

        return loader.loadClass(name);
    }
}
