package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmOptionsTest {

    @Test
    void splitsAtBlanks() {
        assertThat(JvmOptions.split("  -Xmx1g\n\t-Xlog:gc*,safepoint  "))
                .containsExactly("-Xmx1g", "-Xlog:gc*,safepoint");
    }

    @Test
    void keepsTogetherWhatIsQuoted() {
        assertThat(JvmOptions.split("-Da=\"x y\" '-javaagent:C:\\my tools\\a.jar' -Db=\"it's\""))
                .containsExactly("-Da=x y", "-javaagent:C:\\my tools\\a.jar", "-Db=it's");
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(JvmOptions.split(null)).isEmpty();
        assertThat(JvmOptions.split(" ")).isEmpty();
    }
}
