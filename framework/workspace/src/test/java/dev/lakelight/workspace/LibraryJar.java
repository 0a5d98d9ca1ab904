package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes libraries. */
final class LibraryJar {

    private LibraryJar() {}

    /** Compile a class into a jar. */
    static Path in(Path folder, String className, String source) throws IOException {
        Path work = Files.createTempDirectory(Files.createDirectories(folder), "library");
        Path file = work.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
        Files.writeString(file, source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        work.resolve("classes").toString(),
                        file.toString());
        assertThat(result).isZero();
        Path jar = work.resolve("library.jar");

        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out);
                Stream<Path> classes = Files.walk(work.resolve("classes"))) {
            for (Path each : classes.filter(Files::isRegularFile).toList()) {
                content.putNextEntry(new JarEntry(
                        work.resolve("classes").relativize(each).toString().replace('\\', '/')));
                content.write(Files.readAllBytes(each));
            }
        }

        return jar;
    }
}
