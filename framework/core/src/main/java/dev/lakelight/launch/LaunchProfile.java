package dev.lakelight.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How JVMs of one class path are started: with what Spark needs, and with what makes a short-lived JVM fast.
 */
public final class LaunchProfile {

    private static final int NAMED_FILES = 3;

    private final List<Path> classPath;
    private final List<String> options;
    private final Optional<Path> archive;

    private LaunchProfile(List<Path> classPath, List<String> options, Optional<Path> archive) {
        this.classPath = List.copyOf(classPath);
        this.options = List.copyOf(options);
        this.archive = archive;
    }

    /**
     * Ask Spark for its options and find or make the archive. Safe when several builds do so at the same time.
     *
     * @param log told what takes time, and why there is no archive where one was to be expected
     * @throws dev.lakelight.problem.EnvironmentError when Spark or Lakelight is not on the class path
     */
    public static LaunchProfile prepare(LaunchRequest request, Consumer<String> log) {
        JarsFirst jarsFirst = JarsFirst.of(request.classPath());
        List<String> options = new ArrayList<>(SparkModuleOptions.of(request, jarsFirst.jars()));
        options.addAll(StartupOptions.compilerAndCollector());
        options.add(StartupOptions.heap());
        Optional<Path> archive = mayMoveFolders(request, jarsFirst, log)
                ? new Archives(request, log).find(jarsFirst.jars(), new ArchiveTraining(request, options))
                : Optional.empty();
        return new LaunchProfile(archive.isPresent() ? jarsFirst.entries() : request.classPath(), options, archive);
    }

    /** A file that overrides one in a jar would be overridden by it. */
    private static boolean mayMoveFolders(LaunchRequest request, JarsFirst classPath, Consumer<String> log) {
        if (request.archives().when() == ArchivePolicy.When.OFF) {
            return false;
        }
        try {
            List<String> overriding = OverridingFiles.in(classPath);
            if (!overriding.isEmpty()) {
                log.accept("No class data archive: %s in folders of this class path must stay before the same in jars"
                        .formatted(named(overriding)));
            }
            return overriding.isEmpty();
        } catch (IOException e) {
            log.accept("No class data archive: " + e);
            return false;
        }
    }

    private static String named(List<String> files) {
        String named = files.stream().limit(NAMED_FILES).collect(Collectors.joining(", "));
        return files.size() <= NAMED_FILES ? named : named + " and " + (files.size() - NAMED_FILES) + " more files";
    }

    /** Return the options for a JVM with any class path: Spark's module options, compiler, collector and heap. */
    public List<String> jvmOptions() {
        return options;
    }

    /**
     * Write {@link #jvmOptions()} into a file for {@code java @file}: an IDE starts JVMs with such an option, too.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public void writeJvmOptions(Path file) {
        write(file, options);
    }

    private static void write(Path file, List<String> arguments) {
        try {
            ArgumentFile.write(file, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Return the options for a JVM whose class path begins with {@link #classPath()}: the above and the archive. */
    public List<String> jvmOptionsWithArchive() {
        List<String> all = new ArrayList<>(options);
        archive.map(StartupOptions::using).ifPresent(all::addAll);
        return all;
    }

    /**
     * Return one more option for a JVM that a test runner starts with its own class path in the variable {@code CLASSPATH}: it uses
     * the archive, and finds the runner's jars behind those of this class path.
     *
     * @param agent jar of lakelight-core, whose {@link ClassPathAgent} does so
     * @param file to write what the option stands for
     * @return empty without an archive
     * @throws UncheckedIOException when the file cannot be written
     */
    public Optional<String> argumentForTestRunner(Path agent, Path file) {
        return archive.map(existing -> {
            List<String> arguments = new ArrayList<>(StartupOptions.using(existing));
            arguments.add("-javaagent:" + agent.toAbsolutePath());
            arguments.addAll(ArgumentFile.classPath(classPath));
            write(file, arguments);
            return "@" + file.toAbsolutePath();
        });
    }

    /** Return the class path: in Maven's order, but with an archive in the one that it needs, jars first and folders last. */
    public List<Path> classPath() {
        return classPath;
    }

    /** Return the archive, for system property {@value StartupOptions#ARCHIVE_PROPERTY} of JVMs that start executors. */
    public Optional<Path> archive() {
        return archive;
    }
}
