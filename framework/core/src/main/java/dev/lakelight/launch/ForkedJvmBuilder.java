package dev.lakelight.launch;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.EnvironmentError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Describes a JVM to start. Not thread-safe; may be reused. */
public final class ForkedJvmBuilder {

    private Path javaHome = Path.of(System.getProperty("java.home"));
    private List<String> options = List.of();
    private List<Path> classPath = List.of();
    private @Nullable String mainClass;
    private List<String> arguments = List.of();
    private Map<String, String> environment = Map.of();
    private Predicate<String> withheld = name -> false;
    private @Nullable Path workingDirectory;
    private @Nullable Path argumentFile;
    private @Nullable ProcessOutput output;

    ForkedJvmBuilder() {}

    /** Use the JDK or JRE in this folder instead of the one that runs this JVM. */
    public ForkedJvmBuilder javaHome(Path newJavaHome) {
        javaHome = requireNonNull(newJavaHome, "javaHome");
        return this;
    }

    /** Pass these options to the JVM, in this order. */
    public ForkedJvmBuilder jvmOptions(List<String> newOptions) {
        options = List.copyOf(newOptions);
        return this;
    }

    /** Use these jars and folders, made absolute, in this order. */
    public ForkedJvmBuilder classPath(List<Path> newClassPath) {
        classPath = List.copyOf(newClassPath);
        return this;
    }

    /** Run this class. */
    public ForkedJvmBuilder mainClass(String newMainClass) {
        mainClass = requireNonNull(newMainClass, "mainClass");
        return this;
    }

    /** Hand these arguments to the main class. */
    public ForkedJvmBuilder arguments(List<String> newArguments) {
        arguments = List.copyOf(newArguments);
        return this;
    }

    /**
     * Add these environment variables. The others are those of this JVM, without those that change what {@code java} or Spark does
     * (see {@link JvmEnvironment}).
     */
    public ForkedJvmBuilder environment(Map<String, String> newEnvironment) {
        environment = new LinkedHashMap<>(newEnvironment);
        return this;
    }

    /** Keep those environment variables of this JVM from it whose names match. */
    public ForkedJvmBuilder withholding(Predicate<String> variables) {
        withheld = requireNonNull(variables, "variables");
        return this;
    }

    /** Run in this existing folder; otherwise in that of this JVM. */
    public ForkedJvmBuilder workingDirectory(Path newWorkingDirectory) {
        workingDirectory = newWorkingDirectory;
        return this;
    }

    /** Write options, class path and arguments to this file; it is deleted when the JVM has ended. */
    public ForkedJvmBuilder argumentFile(Path newArgumentFile) {
        argumentFile = newArgumentFile;
        return this;
    }

    /** Send standard output and standard error, merged, to this file. It is overwritten. */
    public ForkedJvmBuilder outputTo(Path file) {
        output = new FileOutput(file);
        return this;
    }

    /**
     * Send standard output and standard error, merged, to this file, line by line and without the secrets that this JVM knows. It is
     * overwritten.
     */
    public ForkedJvmBuilder secretFreeOutputTo(Path file) {
        output = new SecretFreeFile(file);
        return this;
    }

    /** Hand each line of standard output and standard error, merged, to this consumer, on a thread of its own. */
    public ForkedJvmBuilder outputTo(Consumer<String> consumer) {
        output = new LineOutput(consumer);
        return this;
    }

    /**
     * Start it.
     *
     * @throws EnvironmentError when the operating system refuses
     */
    public ForkedJvm start() {
        Path file = requireNonNull(argumentFile, "argumentFile").toAbsolutePath();
        Path java = javaHome.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
        ProcessBuilder command = new ProcessBuilder(java.toString(), "@" + file);
        JvmEnvironment.clean(command.environment());
        command.environment().keySet().removeIf(withheld);
        command.environment().putAll(environment);
        if (workingDirectory != null) {
            command.directory(workingDirectory.toFile());
        }
        try {
            return start(command, file);
        } catch (IOException e) {
            throw new EnvironmentError("Cannot start a JVM with " + java + ": " + e.getMessage(), e);
        }
    }

    private ForkedJvm start(ProcessBuilder command, Path file) throws IOException {
        Files.createDirectories(requireNonNull(file.getParent()));
        ArgumentFile.write(file, commandLine());
        ForkedJvm jvm = ForkedJvm.start(command, requireNonNull(output, "output"));
        jvm.whenEnded(() -> delete(file));
        return jvm;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It lies in the build directory and goes with it.
        }
    }

    private List<String> commandLine() {
        List<String> line = new ArrayList<>(options);
        line.addAll(ArgumentFile.classPath(classPath));
        line.add(requireNonNull(mainClass, "mainClass"));
        line.addAll(arguments);
        return line;
    }
}
