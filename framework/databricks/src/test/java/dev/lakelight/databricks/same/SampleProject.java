package dev.lakelight.databricks.same;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.launch.RuntimeClassPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The sample project, copied to where a repository is made of it.
 *
 * @param target folder of the copy
 */
record SampleProject(Path target) {

    static final Path SOURCE = Path.of("../../sample-project").toAbsolutePath().normalize();

    /** Copy all that scenarios and notebook tests use, and compile its classes. */
    void copyAll() throws IOException {
        copy("pipelines");
        copy("databricks.yml");
        copy("src/test/lakelight");
        Files.writeString(target.resolve(".gitignore"), "target/\n");
        compile();
    }

    /** The class path of this JVM has what they are compiled with. */
    private void compile() throws IOException {
        Path classes = Files.createDirectories(target.resolve("target/classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp"));
        arguments.add(RuntimeClassPath.ofThisJvm().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));

        try (Stream<Path> sources = Files.walk(SOURCE.resolve("src/main/java"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }

        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** Copy the same, with tests of these files instead of its own. */
    void copyWith(String... tests) throws IOException {
        copyAll();

        for (String file : new String[] {"gold.yml", "invoice_lines.yml", "nightly.yml", "notebook_tests.yml"}) {
            Files.delete(target.resolve("src/test/lakelight").resolve(file));
        }

        for (String file : tests) {
            Files.copy(
                    Path.of("src/test/resources/same").resolve(file),
                    target.resolve("src/test/lakelight").resolve(file));
        }
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
