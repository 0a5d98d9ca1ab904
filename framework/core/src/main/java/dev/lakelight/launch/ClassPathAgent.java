package dev.lakelight.launch;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Java agent for a test JVM that uses a class data archive. Such a JVM must be told a class path that begins with the archive's
 * ({@code -cp}), which hides the one that the test runner handed over in the variable {@code CLASSPATH}; this adds the jars that are
 * in the variable only, the runner's own.
 *
 * @see LaunchProfile#argumentForTestRunner
 */
public final class ClassPathAgent {

    private static final String CLASS_PATH = "java.class.path";

    private ClassPathAgent() {}

    /** Called by the JVM before the test runner's main class is looked up. */
    public static void premain(@Nullable String unused, Instrumentation instrumentation) throws IOException {
        Set<String> classPath = entries(System.getProperty(CLASS_PATH, ""));
        for (String entry : entries(System.getenv("CLASSPATH"))) {
            if (classPath.add(entry) && Files.isRegularFile(Path.of(entry))) {
                instrumentation.appendToSystemClassLoaderSearch(new JarFile(entry));
            }
        }
        System.setProperty(CLASS_PATH, String.join(File.pathSeparator, classPath));
    }

    private static Set<String> entries(@Nullable String classPath) {
        return classPath == null ? Set.of() : new LinkedHashSet<>(List.of(classPath.split(File.pathSeparator)));
    }
}
