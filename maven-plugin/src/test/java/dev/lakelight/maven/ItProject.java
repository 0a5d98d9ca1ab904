package dev.lakelight.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of one of the small projects in {@code src/it}, in a folder with a space in its name. */
record ItProject(Path directory) {

    private static final Pattern PLACEHOLDER = Pattern.compile("@(it\\.[\\w.]+)@");

    /** Copy a project afresh; {@code purpose} tells copies of the same project apart. */
    static ItProject copyOf(String name, String purpose) {
        Path source = ItSettings.baseDirectory().resolve("src/it").resolve(name);
        Path target = ItSettings.buildDirectory().resolve("it").resolve(name + " " + purpose);
        try {
            delete(target);
            copy(source, target);
            return new ItProject(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
