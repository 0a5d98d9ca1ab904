package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestClassPathTest {

    @TempDir
    Path temporary;

    @Test
    void keepsMavensOrder() throws IOException {
        Path testClasses = Files.createDirectory(temporary.resolve("test-classes"));
        Path classes = Files.createDirectory(temporary.resolve("classes"));
        Path first = jar("first.jar", "a/A.class");
        Path second = jar("second.jar", "b/B.class");

        TestClassPath classPath = TestClassPath.of(List.of(testClasses, classes, second, first));

        assertThat(classPath.entries()).containsExactly(testClasses, classes, second, first);
    }

    @Test
    void leavesOutWhatIsMissingOrSaidTwice() throws IOException {
        Path jar = jar("once.jar", "a/A.class");

        TestClassPath classPath = TestClassPath.of(List.of(temporary.resolve("classes"), jar, jar));

        assertThat(classPath.entries()).containsExactly(jar);
    }

    @Test
    void findsClassesInJarsAndFolders() throws IOException {
        Path folder = temporary.resolve("with space");
        Files.createDirectories(folder.resolve("b"));
        Files.createFile(folder.resolve("b/B.class"));

        TestClassPath classPath = TestClassPath.of(List.of(folder, jar("a.jar", "a/A.class")));

        assertThat(classPath.contains("a.A")).isTrue();
        assertThat(classPath.contains("b.B")).isTrue();
        assertThat(classPath.contains("c.C")).isFalse();
    }

    @Test
    void namesTheJarOfAClass() throws IOException {
        String file = TestClassPath.class.getName().replace('.', '/') + ".class";
        Path jar = jar("with space.jar", file);
        Path folder = temporary.resolve("classes");
        Files.createDirectories(folder.resolve(file).getParent());
        Files.createFile(folder.resolve(file));

        assertThat(TestClassPath.of(List.of(jar, folder)).jarOf(TestClassPath.class))
                .contains(jar);
        assertThat(TestClassPath.of(List.of(folder, jar)).jarOf(TestClassPath.class))
                .isEmpty();
        assertThat(TestClassPath.of(List.of()).jarOf(TestClassPath.class)).isEmpty();
    }

    private Path jar(String name, String entry) throws IOException {
        Path file = temporary.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(entry));
        }
        return file;
    }
}
