package dev.lakelight.runtime;

import dev.lakelight.cluster.CellClasses;
import dev.lakelight.interpreter.CancellableCode;
import dev.lakelight.interpreter.RenamedClass;
import dev.lakelight.problem.ThrownText;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** JShell gives the classes of every instance the same names; side by side on one cluster they have to differ. */
    private final RenamedClass renaming =
            new RenamedClass(JSHELL_PACKAGE + "/" + JSHELL_CLASS, ownPackage + "/" + JSHELL_CLASS);

    private final Queue<Class<?>> holders = new ConcurrentLinkedQueue<>();
    private final CellClasses executors;

    private CellClassLoader(@Nullable ClassLoader parent, CellClasses executors) {
        super(parent);
        this.executors = executors;
    }

    /** Make a loader whose classes the executors know. */
    static CellClassLoader under(@Nullable ClassLoader parent, CellClasses executors) {
        return new CellClassLoader(parent, executors);
    }

    /** Let executors find the variables of cells as they are here; return what ends it. */
    Runnable shareVariables() {
        return executors.shareStatics(ownPackage, () -> List.copyOf(holders));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] found = bytecodes.get(name);

        if (found == null) {
            throw new ClassNotFoundException(name);
        }

        byte[] cancellable = CancellableCode.apply(found);
        Class<?> defined = defineClass(name, cancellable, 0, cancellable.length);

        if (holdsVariable(name)) {
            holders.add(defined);
        }

        return defined;
    }

    /** JShell makes a class for each snippet, in which classes that a snippet declares are nested. */
    private boolean holdsVariable(String name) {
        return name.indexOf('$', ownPackage.length() + 1 + JSHELL_CLASS.length()) < 0;
    }

    /** Return whether a text names a class of these cells. */
    boolean isNamedIn(String text) {
        return text.contains(ownPackage + "." + JSHELL_CLASS);
    }

    /** Return whether a variable of these cells has a value here. */
    boolean hasValue(String className, String variable) {
        return holders.stream()
                .filter(holder -> holder.getName().equals(className))
                .anyMatch(holder -> hasValue(holder, variable));
    }

    private static boolean hasValue(Class<?> holder, String variable) {
        try {
            Field field = holder.getDeclaredField(variable);
            field.setAccessible(true);
            return field.get(null) != null;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private String ownName(String jshellName) {
        return jshellName.replace(JSHELL_PACKAGE + "." + JSHELL_CLASS, ownPackage + "." + JSHELL_CLASS);
    }

    /** Give the frames of what was thrown, and of its causes, the names that JShell knows. */
    void restoreNames(Throwable thrown) {
        for (Throwable next : ThrownText.chain(thrown)) {
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
            Map<String, byte[]> renamed = new HashMap<>();

            for (ClassBytecodes next : classes) {
                renamed.put(loader.ownName(next.name()), loader.renaming.apply(next.bytecodes()));
            }

            loader.bytecodes.putAll(renamed);
            loader.executors.publish(loader, renamed);
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
