package dev.lakelight.cluster;

import dev.lakelight.interpreter.CancellableCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings classes that come into being while a cluster runs, such as those of notebook cells, to its executors: those that are
 * threads of this JVM share them, executor processes find their class files in a folder of their class path, and those of an external
 * cluster fetch them from the driver. There, too, their code ends when its task is cancelled. Their top-level package must be one that
 * no other classes of this JVM have. Thread-safe.
 */
public final class CellClasses {

    private final SparkContext context;
    private final @Nullable Path folder;

    private CellClasses(SparkContext context, @Nullable Path folder) {
        this.context = context;
        this.folder = folder;
    }

    /** Return the classes of the cluster that a context is the driver of. */
    public static CellClasses of(SparkContext context) {
        return new CellClasses(
                context,
                context.isLocal()
                        ? null
                        : new ClusterDirectory(Path.of(context.conf().get(ClusterDirectory.SETTING))).classes());
    }

    /**
     * Hand out classes.
     *
     * @param loader finds them in this JVM, as long as it is in use
     * @param classFiles their class files by their names
     */
    public void publish(ClassLoader loader, Map<String, byte[]> classFiles) {
        classFiles.forEach((name, classFile) -> {
            DriverClasses.register(name.substring(0, name.indexOf('.')), loader);
            write(name, classFile);
        });
    }

    private void write(String name, byte[] classFile) {
        if (folder == null) {
            return;
        }

        Path file = folder.resolve(name.replace('.', '/') + ".class");

        try {
            Files.createDirectories(file.getParent());
            Files.write(file, CancellableCode.apply(classFile));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot hand a class to the executors: " + file, e);
        }
    }

    /**
     * Let the tasks of this thread, and of those that it starts, find the static fields of classes as they are on the driver when the
     * tasks' stage begins. Values that cannot be serialized are null there. Executors that are threads of this JVM see the fields
     * themselves.
     *
     * @param packageName the package of the classes
     * @param classes returns those that have been loaded
     * @return ends it
     */
    public Runnable shareStatics(String packageName, Supplier<Collection<Class<?>>> classes) {
        if (folder == null) {
            return () -> {};
        }

        String before = context.getLocalProperty(SharedStatics.OWNER);
        SharedStatics.open(packageName, new SharedStatics(folder.resolve(packageName), classes));
        context.setLocalProperty(SharedStatics.OWNER, packageName);
        return () -> {
            context.setLocalProperty(SharedStatics.OWNER, before);
            SharedStatics.close(packageName);
        };
    }
}
