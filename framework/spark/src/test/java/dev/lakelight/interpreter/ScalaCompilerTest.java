package dev.lakelight.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalaCompilerTest {

    @Test
    void isLookedForOnTheClassPath() {
        assertThat(ScalaCompiler.isKnownTo(getClass().getClassLoader())).isTrue();
        assertThat(ScalaCompiler.isKnownTo(ClassLoader.getPlatformClassLoader()))
                .isFalse();
    }

    @Test
    void isThatOfTheScalaLibrary() {
        assertThat(ScalaCompiler.coordinates()).isEqualTo("org.scala-lang:scala-compiler:2.13.18");
    }

    @Test
    void tellsACompilerOfAnotherVersion(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("compiler.properties"), "version.number=2.13.1\n");

        try (URLClassLoader other = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(ScalaCompiler.otherVersion(other)).contains("2.13.1");
        }

        assertThat(ScalaCompiler.otherVersion(ScalaCompiler.class.getClassLoader()))
                .isEmpty();
    }
}
