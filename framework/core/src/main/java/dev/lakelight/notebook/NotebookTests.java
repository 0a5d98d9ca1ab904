package dev.lakelight.notebook;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Tells which files are notebook tests: those named {@code *_test} or {@code test_*} that begin as notebooks do. */
public final class NotebookTests {

    private static final Pattern NAME = Pattern.compile("(?:.+_test|test_.+)\\.[A-Za-z]+");

    private NotebookTests() {}

    /** Return all notebook tests of a folder and those below it, sorted; none when there is no such folder. Hidden folders and {@code target} are left out. */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }

        Collector collector = new Collector(folder);

        try {
            Files.walkFileTree(folder, collector);
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentError("Cannot look for notebook tests in %s: %s".formatted(folder, e), e);
        }

        Collections.sort(collector.found);
        return collector.found;
    }

    /** Return whether a file is a notebook test. */
    public static boolean isNotebookTest(Path file) {
        return NAME.matcher(nameOf(file)).matches() && NotebookReader.isNotebook(file);
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /** Leaves out hidden folders and what builds generate: a copy of a test there would run twice. */
    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path start;
        private final List<Path> found = new ArrayList<>();

        Collector(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = nameOf(folder);
            boolean skipped = !folder.equals(start) && (name.startsWith(".") || name.equals("target"));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isNotebookTest(file)) {
                found.add(file);
            }

            return FileVisitResult.CONTINUE;
        }
    }
}
