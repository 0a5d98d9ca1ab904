package dev.lakelight.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The test class path in the order of the suite JVM: jars first, folders last, because a class data sharing archive fits
 * only a class path that begins with its own, and knows jars alone.
 *
 * @param jars existing files, absolute, in Maven's order
 * @param folders existing folders, absolute, in Maven's order
 */
record TestClassPath(List<Path> jars, List<Path> folders) {

    TestClassPath {
        jars = List.copyOf(jars);
        folders = List.copyOf(folders);
    }

    /** Sort what Maven lists; what does not exist, such as an empty module's classes folder, is left out. */
    static TestClassPath of(List<Path> entries) {
        LinkedHashSet<Path> jars = new LinkedHashSet<>();
        LinkedHashSet<Path> folders = new LinkedHashSet<>();

        for (Path entry : entries) {
            Path absolute = entry.toAbsolutePath().normalize();

            if (Files.isDirectory(absolute)) {
                folders.add(absolute);
            } else if (Files.isRegularFile(absolute)) {
                jars.add(absolute);
            }
        }
        return new TestClassPath(List.copyOf(jars), List.copyOf(folders));
    }

    TestClassPath withJar(Path jar) {
        List<Path> more = new ArrayList<>(jars);
        more.add(jar);
        return new TestClassPath(more, folders);
    }

    List<Path> entries() {
        return Stream.concat(jars.stream(), folders.stream()).toList();
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

    private URL[] urls() throws MalformedURLException {
        List<Path> entries = entries();
        URL[] urls = new URL[entries.size()];

        for (int i = 0; i < urls.length; i++) {
            urls[i] = entries.get(i).toUri().toURL();
        }
        return urls;
    }
}
