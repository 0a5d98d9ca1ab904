package dev.lakelight.interpreter;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The class path of this JVM as a compiler needs it: build tools start JVMs with one jar whose manifest lists the others, and
 * some load tests through a class loader of their own.
 */
public final class CompilerClassPath {

    private final Set<Path> entries = new LinkedHashSet<>();

    private CompilerClassPath() {}

    /** Return the entries that the class loader and the JVM's own class path name, joined as the compiler's option wants them. */
    public static String of(@Nullable ClassLoader loader) {
        CompilerClassPath classPath = new CompilerClassPath();

        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry).toAbsolutePath());
        }

        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            classPath.addUrlsOf(next);
        }

        return String.join(
                File.pathSeparator,
                classPath.entries.stream().map(Path::toString).toList());
    }

    private void addUrlsOf(ClassLoader loader) {
        if (loader instanceof URLClassLoader urls) {
            List.of(urls.getURLs()).stream().map(URL::toString).forEach(this::addUrl);
        }
    }

    private void addUrl(String url) {
        if (url.startsWith("file:")) {
            add(Path.of(URI.create(url)));
        }
    }

    private void add(Path entry) {
        if (!Files.exists(entry) || !entries.add(entry) || !Files.isRegularFile(entry)) {
            return;
        }

        for (String url : listedIn(entry)) {
            addUrl(entry.toUri().resolve(url).toString());
        }
    }

    private static List<String> listedIn(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String listed =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return listed == null ? List.of() : List.of(listed.trim().split("\\s+"));
        } catch (IOException unreadable) {
            // No jar: the compiler passes over it as the JVM did.
            return List.of();
        }
    }
}
