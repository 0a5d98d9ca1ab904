package dev.lakelight.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How JVMs of one class path are started: with what Spark needs, and with what makes a short-lived JVM fast.
 */
public final class LaunchProfile {

    private final JarsFirst classPath;
    private final List<String> options;
    private final Optional<Path> archive;

    private LaunchProfile(JarsFirst classPath, List<String> options, Optional<Path> archive) {
        this.classPath = classPath;
        this.options = List.copyOf(options);
        this.archive = archive;
    }

    /**
     * Ask Spark for its options and find or make the archive. Safe when several builds do so at the same time.
     *
     * @param log told what takes time
     * @throws dev.lakelight.problem.EnvironmentError when Spark or Lakelight is not on the class path
     */
    public static LaunchProfile prepare(LaunchRequest request, Consumer<String> log) {
        JarsFirst classPath = JarsFirst.of(request.classPath());
        List<String> options = new ArrayList<>(SparkModuleOptions.of(request, classPath.jars()));
        options.addAll(StartupOptions.compilerAndCollector());
        options.add(StartupOptions.heap());
        ArchiveTraining training = new ArchiveTraining(request, options);
        return new LaunchProfile(classPath, options, new Archives(request, log).find(classPath.jars(), training));
    }

    /** Return the options for a JVM with any class path: Spark's module options, compiler, collector and heap. */
    public List<String> jvmOptions() {
        return options;
    }

    /** Return the options for a JVM whose class path begins with {@link #classPath()}: the above and the archive. */
    public List<String> jvmOptionsWithArchive() {
        List<String> all = new ArrayList<>(options);
        archive.map(StartupOptions::using).ifPresent(all::addAll);
        return all;
    }

    /** Return the class path in the order that the archive needs: jars first, folders last. */
    public List<Path> classPath() {
        return classPath.entries();
    }

    /** Return the archive, for system property {@value StartupOptions#ARCHIVE_PROPERTY} of JVMs that start executors. */
    public Optional<Path> archive() {
        return archive;
    }
}
