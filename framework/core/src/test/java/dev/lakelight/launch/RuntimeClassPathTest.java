package dev.lakelight.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeClassPathTest {

    @TempDir
    private Path directory;

    @Test
    void replacesAJarThatHoldsOnlyAManifest() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("test classes"));
        Path library = jar(directory.resolve("library.jar"), null, "A.class");
        Path booter = jar(directory.resolve("booter.jar"), "test%20classes/ " + library.toUri(), null);

        assertThat(RuntimeClassPath.expand(booter.toString())).containsExactly(classes, library);
    }

    @Test
    void keepsALibraryThatNamesOthersInItsManifest() throws IOException {
        Path library = jar(directory.resolve("library.jar"), "other.jar", "A.class");

        assertThat(RuntimeClassPath.expand(library.toString())).containsExactly(library);
    }

    @Test
    void leavesOutWhatDoesNotExistAndRepeats() throws IOException {
        Path library = jar(directory.resolve("library.jar"), null, "A.class");
        String classPath = String.join(
                File.pathSeparator,
                library.toString(),
                directory.resolve("gone").toString(),
                "",
                library.toString());

        assertThat(RuntimeClassPath.expand(classPath)).containsExactly(library);
    }

    private static Path jar(
            Path file,
            @org.jspecify.annotations.Nullable String classPath,
            @org.jspecify.annotations.Nullable String entry)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            if (entry != null) {
                jar.putNextEntry(new ZipEntry(entry));
            }
        }
        return file;
    }
}
