package dev.lakelight.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
