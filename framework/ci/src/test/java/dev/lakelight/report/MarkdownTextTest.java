package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "plain text, 2011-12-09 => plain text, 2011-12-09",
                "a|b => a\\|b",
                "`code` *b* _i_ => \\`code\\` \\*b\\* \\_i\\_",
                "[x](y) => \\[x\\](y)",
                "<b>&amp; => &lt;b&gt;&amp;amp;",
                "@team => &#64;team",
                "# head => \\# head",
                "- item => \\- item",
                "1. item => 1\\. item",
                "-5.25 => -5.25",
                "::error::x => : :error::x",
                "##[error]x => \\## \\[error\\]x"
            })
    void escapesOneLine(String text, String markdown) {
        assertThat(MarkdownText.inline(text)).isEqualTo(markdown);
    }

    @Test
    void joinsSeveralLines() {
        assertThat(MarkdownText.inline(" a\n  b\r\n::c ")).isEqualTo("a b ::c");
    }

    @Test
    void fencesWithMoreBackticksThanTheTextHas() {
        assertThat(MarkdownText.fenced("a ```` b\n ::warning::x\n"))
                .isEqualTo("`````text\na ```` b\n : :warning::x\n`````\n");
    }
}
