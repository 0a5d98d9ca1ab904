package dev.lakelight.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample project, copied to where a repository can be made of it.
 *
 * @param target folder of the copy
 */
record SampleProject(Path target) {

    private static final Path SOURCE =
            Path.of("../../sample-project").toAbsolutePath().normalize();

    /** What the suite of its build leaves. */
    static final Path RESULTS = SOURCE.resolve("target/lakelight/events.jsonl");

    private static final String TESTS = "src/test/lakelight";

    private static final List<String> TESTED = List.of("pipelines", "databricks.yml", TESTS, "target/classes");

    /** Return whether its build has left results of the files that are there now. */
    static boolean hasResults() throws IOException {
        if (!Files.isRegularFile(RESULTS)) {
            return false;
        }

        FileTime ended = Files.getLastModifiedTime(RESULTS);

        for (Path file : testedFiles()) {
            if (Files.getLastModifiedTime(file).compareTo(ended) > 0) {
                return false;
            }
        }

        return true;
    }

    private static List<Path> testedFiles() throws IOException {
        Stream.Builder<Path> files = Stream.builder();

        for (String name : TESTED) {
            try (Stream<Path> found = Files.walk(SOURCE.resolve(name))) {
                found.filter(Files::isRegularFile).forEach(files);
            }
        }

        return files.build().toList();
    }

    /** Copy all that scenarios and notebook tests use. */
    void copy() throws IOException {
        for (Path file : testedFiles()) {
            Path copy = target.resolve(SOURCE.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }

        Files.writeString(target.resolve(".gitignore"), "target/\n");
    }

    /** Put these files of scenarios in place of its own. */
    void replaceTests(String... files) throws IOException {
        for (String file : new String[] {"gold.yml", "invoice_lines.yml", "nightly.yml", "notebook_tests.yml"}) {
            Files.delete(target.resolve(TESTS).resolve(file));
        }

        addTests(files);
    }

    /** Add these files of scenarios to its own. */
    void addTests(String... files) throws IOException {
        for (String file : files) {
            Files.copy(
                    Path.of("src/test/resources").resolve(file),
                    target.resolve(TESTS).resolve(file));
        }
    }
}
