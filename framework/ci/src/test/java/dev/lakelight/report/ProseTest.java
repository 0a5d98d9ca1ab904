package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%md **bold**; <p><strong>bold</strong></p>",
                "# Title; <h5>Title</h5>",
                "###### Deep; <h6>Deep</h6>",
                "<b onclick=x>; '<p>&lt;b onclick=x&gt;</p>'",
                "<script>x</script>; '<p>&lt;script&gt;x&lt;/script&gt;</p>'",
                "[a](javascript:x); <p><a rel=\"nofollow\" href=\"\">a</a></p>",
                "[a](https://b.test); <p><a rel=\"nofollow\" href=\"https://b.test\">a</a></p>",
                "![*alt*](https://b.test/i.png); <p>[image: <em>alt</em>]</p>"
            })
    void rendersMarkdownThatCanDoNoHarm(String markdown, String html) {
        assertThat(Prose.html(markdown).strip()).isEqualTo(html);
    }
}
