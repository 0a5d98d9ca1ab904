package dev.lakelight.runtime;

import dev.lakelight.cluster.DriverClasses;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import org.jspecify.annotations.Nullable;

/** Loads the classes of the Java cells of one run, in a package that no other run has. */
final class CellClassLoader extends ClassLoader {

    /** What JShell's class names begin with, in every instance. */
    private static final String JSHELL_CLASS = "$JShell$";

    private static final String JSHELL_PACKAGE = "REPL";
    private static final AtomicLong LAST = new AtomicLong();

    static {
        registerAsParallelCapable();
    }

    private final String ownPackage = "notebook" + LAST.incrementAndGet();
    private final Map<String, byte[]> bytecodes = new ConcurrentHashMap<>();
    private final RenamedClass renaming =
            new RenamedClass(JSHELL_PACKAGE + "/" + JSHELL_CLASS, ownPackage + "/" + JSHELL_CLASS);

    private CellClassLoader(@Nullable ClassLoader parent) {
        super(parent);
    }

    /** Make a loader, known to the executors in this JVM. */
    static CellClassLoader under(@Nullable ClassLoader parent) {
        CellClassLoader loader = new CellClassLoader(parent);
        DriverClasses.register(loader.ownPackage, loader);
        return loader;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] found = bytecodes.get(name);

        if (found == null) {
            throw new ClassNotFoundException(name);
        }

        return defineClass(name, found, 0, found.length);
    }

    /** Return whether a text names a class of these cells. */
    boolean isNamedIn(String text) {
        return text.contains(ownPackage + "." + JSHELL_CLASS);
    }

    private String ownName(String jshellName) {
        return jshellName.replace(JSHELL_PACKAGE + "." + JSHELL_CLASS, ownPackage + "." + JSHELL_CLASS);
    }

    /** Give the frames of what was thrown, and of its causes, the names that JShell knows. */
    void restoreNames(Throwable thrown) {
        for (Throwable next = thrown; next != null; next = next.getCause()) {
            StackTraceElement[] frames = next.getStackTrace();

            for (int i = 0; i < frames.length; i++) {
                frames[i] = restoreName(frames[i]);
            }

            next.setStackTrace(frames);
        }
    }

    private StackTraceElement restoreName(StackTraceElement frame) {
        String name =
                frame.getClassName().replace(ownPackage + "." + JSHELL_CLASS, JSHELL_PACKAGE + "." + JSHELL_CLASS);
        return new StackTraceElement(name, frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    /** Return the side of this that JShell talks to. */
    LoaderDelegate delegate() {
        return new Delegate(this);
    }

    private record Delegate(CellClassLoader loader) implements LoaderDelegate {

        @Override
        public void load(ClassBytecodes[] classes) {
            for (ClassBytecodes next : classes) {
                loader.bytecodes.put(loader.ownName(next.name()), loader.renaming.apply(next.bytecodes()));
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
            return loader.loadClass(loader.ownName(name));
        }
    }
}
