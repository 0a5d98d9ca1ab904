package dev.lakelight.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerClassPathTest {

    @Test
    void followsManifestsAndLoaders(@TempDir Path folder) throws IOException {
        Path spaced = Files.createDirectory(folder.resolve("with space"));
        Path inner = jar(spaced.resolve("inner.jar"), "../classes/");
        Path outer = jar(folder.resolve("outer.jar"), "with%20space/inner.jar missing.jar");
        Path classes = Files.createDirectory(folder.resolve("classes"));

        try (URLClassLoader loader = new URLClassLoader(new URL[] {outer.toUri().toURL()})) {
            List<String> entries = List.of(CompilerClassPath.of(loader).split(File.pathSeparator));

            assertThat(entries)
                    .containsSubsequence(outer.toString(), inner.toString(), classes.toString())
                    .noneMatch(entry -> entry.endsWith("missing.jar"));
        }
    }

    @Test
    void holdsWhatTheJvmWasStartedWith() {
        String assertions = Path.of(org.assertj.core.api.Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();

        assertThat(CompilerClassPath.of(null).split(File.pathSeparator)).contains(assertions);
    }

    private static Path jar(Path file, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);

        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.finish();
        }

        return file;
    }
}
