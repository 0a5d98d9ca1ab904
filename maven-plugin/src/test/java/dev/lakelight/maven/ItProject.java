package dev.lakelight.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A project to build, such as a copy of one in {@code src/it}, in a folder with a space in its name. */
record ItProject(Path directory) {

    private static final Pattern PLACEHOLDER = Pattern.compile("@(it\\.[\\w.]+)@");

    /** Copy a project afresh; {@code purpose} tells copies of the same project apart. */
    static ItProject copyOf(String name, String purpose) {
        ItProject project = empty(name + " " + purpose);
        try {
            copy(ItSettings.baseDirectory().resolve("src/it").resolve(name), project.directory());
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return an empty folder, whatever was there before. */
    static ItProject empty(String name) {
        Path folder = ItSettings.buildDirectory().resolve("it").resolve(name);
        try {
            delete(folder);
            Files.createDirectories(folder);
            return new ItProject(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return every file and folder that is in no build directory, with its size and when it was written. */
    Map<String, String> filesOutsideTarget() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) walk.filter(f -> !isInTarget(f))::iterator) {
                files.put(directory.relativize(file).toString(), Files.isDirectory(file) ? "folder" : facts(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isInTarget(Path file) {
        return StreamSupport.stream(directory.relativize(file).spliterator(), false)
                .anyMatch(name -> name.endsWith("target"));
    }

    private static String facts(Path file) throws IOException {
        return Files.size(file) + " bytes of " + Files.getLastModifiedTime(file);
    }

    Path file(String path) {
        return directory.resolve(path);
    }

    boolean has(String path) {
        return Files.exists(file(path));
    }

    String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(source)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, filled(Files.readString(file)));
        }
    }

    private static String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(ItSettings.property(found.group(1))));
    }
}
