package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\tand\nline", "Grüße 日本 שלום", "🚀", "👨‍👩‍👧", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "é", "100 %"})
    void leavesReadableTextAlone(String text) {
        assertThat(PlainText.visible(text)).isEqualTo(text);
    }

    @Test
    void writesOutWhatCannotBeSeen() {
        assertThat(PlainText.visible("a\u0000b\u001b[31m\u202Etxt\u200Fx\uFEFF\u2028\u0085\r"))
                .isEqualTo("a\\u0000b\\u001B[31m\\u202Etxt\\u200Fx\\uFEFF\\u2028\\u0085\\u000D");
    }

    @Test
    void writesOutWhatXmlCannotHold() {
        assertThat(PlainText.visible("\ud800a\udc00\uffff\ufffe")).isEqualTo("\\uD800a\\uDC00\\uFFFF\\uFFFE");
    }

    @Test
    void takesWindowsLineEndsForLineEnds() {
        assertThat(PlainText.visible("a\r\nb")).isEqualTo("a\nb");
    }

    @Test
    void saysHowMuchIsCutOff() {
        assertThat(PlainText.cut("x".repeat(2_010), 10)).isEqualTo("xxxxxxxxxx… (2,000 characters more)");
        assertThat(PlainText.cut("abcd", 3)).isEqualTo("abc… (1 character more)");
        assertThat(PlainText.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void doesNotCutACharacterInTwo() {
        assertThat(PlainText.cut("a🚀b", 2)).isEqualTo("a… (3 characters more)");
    }

    @Test
    void breaksUpCommandsOfBuildServers() {
        assertThat(PlainText.withoutCommands(
                        "::error::a\n  ::add-mask::b\nc::d\n##vso[x]\ne ##[error]\n##teamcity[x]\n## h"))
                .isEqualTo(": :error::a\n  : :add-mask::b\nc::d\n## vso[x]\ne ## [error]\n## teamcity[x]\n## h");
    }
}
