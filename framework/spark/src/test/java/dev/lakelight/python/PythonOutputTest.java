package dev.lakelight.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PythonOutputTest {

    private final StringBuilder read = new StringBuilder();
    private final PythonOutput output = new PythonOutput(text -> read.append(new String(text, StandardCharsets.UTF_8)));

    private void accept(String text) {
        output.accept(text.getBytes(StandardCharsets.UTF_8), text.length());
    }

    @Test
    void takesMarksOutOfTheTextWhereverTheyAreCut() throws Exception {
        String mark = output.marker();
        accept("a" + mark + "b\0c" + mark.substring(0, 5));
        String early = read.toString();
        accept(mark.substring(5) + "d\0");

        output.pump(new ByteArrayInputStream(new byte[0]));

        assertThat(early).isEqualTo("ab\0c");
        assertThat(read).hasToString("ab\0cd\0");
        output.await(2);
    }

    @Test
    void waitsForNothingThatCannotComeAnyMore() throws Exception {
        output.pump(new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)));

        output.await(3);

        assertThat(read).hasToString("x");
    }
}
