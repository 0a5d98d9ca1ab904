package dev.lakelight.databricks.same;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The sample project, copied to where a repository is made of it.
 *
 * @param target folder of the copy
 */
record SampleProject(Path target) {

    static final Path SOURCE = Path.of("../../sample-project").toAbsolutePath().normalize();

    /** Copy all that scenarios and notebook tests use. */
    void copyAll() throws IOException {
        copy("pipelines");
        copy("databricks.yml");
        copy("src/test/lakelight");
    }

    /** Copy the same, with tests that end in every way instead of its own. */
    void copyPart() throws IOException {
        copyAll();

        for (String file : new String[] {"gold.yml", "invoice_lines.yml", "nightly.yml", "notebook_tests.yml"}) {
            Files.delete(target.resolve("src/test/lakelight").resolve(file));
        }

        Files.copy(
                Path.of("src/test/resources/same/every_end.yml"), target.resolve("src/test/lakelight/every_end.yml"));
    }

    private void copy(String name) throws IOException {
        Path from = SOURCE.resolve(name);

        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = target.resolve(SOURCE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
