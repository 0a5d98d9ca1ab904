package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgLineTest {

    @Test
    void standsAloneWhereNothingIsThere() {
        assertThat(ArgLine.prepend(List.of("-Xmx1g", "-Da=b"), " ")).isEqualTo("-Xmx1g -Da=b");
    }

    @Test
    void comesBeforeTheProjectsOwnOptionsSoThatTheyWin() {
        assertThat(ArgLine.prepend(List.of("-Xmx1g"), "@{jacoco} -Xmx2g")).isEqualTo("-Xmx1g @{jacoco} -Xmx2g");
    }

    @Test
    void isAddedOnce() {
        String once = ArgLine.prepend(List.of("-Xmx1g"), "-Da=b");

        assertThat(ArgLine.prepend(List.of("-Xmx1g"), once)).isEqualTo(once);
    }

    @Test
    void quotesBlanks() {
        assertThat(ArgLine.prepend(List.of("-Da=my file", "-Db=the \"best\" one"), ""))
                .isEqualTo("\"-Da=my file\" '-Db=the \"best\" one'");
    }
}
