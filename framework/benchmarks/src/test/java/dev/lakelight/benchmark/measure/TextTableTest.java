package dev.lakelight.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void isMarkdownThatIsAlignedAsPlainText() {
        TextTable table = new TextTable("Contender", "s").row("plain", "22.91").row("a|b", "8.5");

        assertThat(table.text()).isEqualTo("""
                | Contender |     s |
                |-----------|------:|
                | plain     | 22.91 |
                | a\\|b      |   8.5 |
                """);
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> new TextTable("Contender", "s").row("plain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row of 1 cells does not fit below 2 headings.");
    }
}
