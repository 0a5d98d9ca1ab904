package dev.lakelight.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class path in the order that archives need: the archive's jars must come first, and the JVM does not archive folders.
 *
 * @param jars existing files, absolute, in Maven's order
 * @param folders existing folders, absolute, in Maven's order
 */
record JarsFirst(List<Path> jars, List<Path> folders) {

    static JarsFirst of(List<Path> classPath) {
        List<Path> entries = classPath.stream()
                .map(entry -> entry.toAbsolutePath().normalize())
                .distinct()
                .toList();
        return new JarsFirst(
                entries.stream().filter(Files::isRegularFile).toList(),
                entries.stream().filter(Files::isDirectory).toList());
    }

    List<Path> entries() {
        return Stream.concat(jars.stream(), folders.stream()).toList();
    }
}
