package dev.lakelight.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import org.jspecify.annotations.Nullable;

/** Loads the classes of the Java cells of one run. */
final class CellClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> bytecodes = new ConcurrentHashMap<>();

    CellClassLoader(@Nullable ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] found = bytecodes.get(name);

        if (found == null) {
            throw new ClassNotFoundException(name);
        }

        return defineClass(name, found, 0, found.length);
    }

    /** Return the side of this that JShell talks to. */
    LoaderDelegate delegate() {
        return new Delegate(this);
    }

    private record Delegate(CellClassLoader loader) implements LoaderDelegate {

        @Override
        public void load(ClassBytecodes[] classes) {
            for (ClassBytecodes next : classes) {
                loader.bytecodes.put(next.name(), next.bytecodes());
            }
        }

        @Override
        public void classesRedefined(ClassBytecodes[] classes) {
            load(classes);
        }

        @Override
        public void addToClasspath(String path) {
            throw new UnsupportedOperationException("the class path of Java cells is that of the JVM");
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            return loader.loadClass(name);
        }
    }
}
