package dev.lakelight.launch;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class path of this JVM, as another one can use it. Test runners and IDEs shorten long class paths by a temporary jar that
 * holds nothing but a manifest; such jars are replaced by what they stand for.
 */
public final class RuntimeClassPath {

    private RuntimeClassPath() {}

    /** Return what exists of it, absolute and in order. */
    public static List<Path> ofThisJvm() {
        return expand(System.getProperty("java.class.path", ""));
    }

    /** Return the same with jars first and folders last, as class data archives need it. */
    public static List<Path> ofThisJvmJarsFirst() {
        return JarsFirst.of(ofThisJvm()).entries();
    }

    static List<Path> expand(String classPath) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(classPath)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .flatMap(RuntimeClassPath::expandJar)
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    private static Stream<Path> expandJar(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return Stream.of(entry);
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            String listed = listed(jar.getManifest());
            return listed != null && holdsOnlyManifest(jar) ? resolve(entry, listed) : Stream.of(entry);
        } catch (IOException e) {
            return Stream.of(entry);
        }
    }

    private static @Nullable String listed(@Nullable Manifest manifest) {
        return manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    }

    private static boolean holdsOnlyManifest(JarFile jar) {
        return jar.stream().allMatch(entry -> entry.getName().startsWith("META-INF"));
    }

    private static Stream<Path> resolve(Path jar, String listed) {
        return Stream.of(listed.trim().split("\\s+"))
                .map(url -> Path.of(jar.toUri().resolve(URI.create(url))));
    }
}
