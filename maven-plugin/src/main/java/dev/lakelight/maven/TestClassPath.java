package dev.lakelight.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The test class path: what exists of it, absolute and in Maven's order.
 *
 * @param entries jars and folders
 */
record TestClassPath(List<Path> entries) {

    TestClassPath {
        entries = List.copyOf(entries);
    }

    /** Take what Maven lists; what does not exist, such as an empty module's classes folder, is left out. */
    static TestClassPath of(List<Path> listed) {
        return new TestClassPath(listed.stream()
                .map(entry -> entry.toAbsolutePath().normalize())
                .filter(entry -> Files.isDirectory(entry) || Files.isRegularFile(entry))
                .distinct()
                .toList());
    }

    /** Tell whether a class is there, without loading it. */
    boolean contains(String className) {
        return find(className).isPresent();
    }

    /** Find where a class would be loaded from, without loading it. */
    Optional<URL> find(String className) {
        try (URLClassLoader finder = new URLClassLoader(urls(), null)) {
            return Optional.ofNullable(finder.findResource(className.replace('.', '/') + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Find the jar that a class would be loaded from; empty when that is a folder, or nothing at all. */
    Optional<Path> jarOf(Class<?> type) {
        return find(type.getName())
                .map(URL::toString)
                .filter(url -> url.startsWith("jar:"))
                .map(url -> Path.of(URI.create(url.substring("jar:".length(), url.lastIndexOf("!/")))));
    }

    private URL[] urls() throws MalformedURLException {
        URL[] urls = new URL[entries.size()];

        for (int i = 0; i < urls.length; i++) {
            urls[i] = entries.get(i).toUri().toURL();
        }
        return urls;
    }
}
