package dev.lakelight.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Files in a project's folders that jars of its class path hold too: a patched class, a {@code log4j2.properties} of its own. They
 * count only while the folders come before the jars.
 */
final class OverridingFiles {

    private OverridingFiles() {}

    /** Return their names, sorted. What lies in {@code META-INF} is found in every place and overrides nothing. */
    static List<String> in(JarsFirst classPath) throws IOException {
        Set<String> names = namesIn(classPath.folders());
        List<String> overriding = new ArrayList<>();
        for (Path jar : classPath.jars()) {
            overriding.addAll(namesAlsoIn(jar, names));
        }
        return overriding.stream().sorted().distinct().toList();
    }

    private static Set<String> namesIn(List<Path> folders) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> !name.startsWith("META-INF/") && !name.equals("module-info.class"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static List<String> namesAlsoIn(Path jar, Set<String> names) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return names.stream().filter(name -> zip.getEntry(name) != null).toList();
        }
    }
}
