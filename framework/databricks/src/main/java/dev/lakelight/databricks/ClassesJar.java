package dev.lakelight.databricks;

import dev.lakelight.problem.EnvironmentError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes of a module as a library.
 *
 * @param folder of the classes, which need not exist
 */
record ClassesJar(Path folder) {

    boolean has(String className) {
        return Files.isRegularFile(folder.resolve(className.replace('.', '/') + ".class"));
    }

    /** Return the bytes of the jar; the same for the same classes. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Path file : files()) {
                JarEntry entry = new JarEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                jar.putNextEntry(entry);
                Files.copy(file, jar);
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new EnvironmentError("Cannot make a library of the classes in %s: %s".formatted(folder, e), e);
        }

        return bytes.toByteArray();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
