package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.notebook.RunCommand.Argument;
import dev.lakelight.notebook.RunCommand.Argument.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    private static RunCommand parse(String command) {
        String text = "-- Databricks notebook source\n-- MAGIC %run " + command.replace("\n", "\n-- MAGIC ");
        Notebook notebook = NotebookReader.read(text.getBytes(StandardCharsets.UTF_8), "pipelines/a.sql");
        return RunCommand.in(notebook, notebook.cells().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "./b              | ./b",
                "../shared/b      | ../shared/b",
                "/abs/b           | /abs/b",
                "b                | b",
                "\"./with space\" | ./with space",
                "'./with space'   | ./with space",
                "~\n  ./b~        | ./b"
            })
    void readsThePath(String command, String path) {
        assertThat(parse(command).path()).isEqualTo(path);
        assertThat(parse(command).arguments()).isEmpty();
    }

    @Test
    void readsArguments() {
        assertThat(parse("./b  $a=1 $b=\"v \\\"w\\\"\" $c='x y' $d=$env $e = z").arguments())
                .containsExactly(
                        new Argument("a", Kind.TEXT, "1"),
                        new Argument("b", Kind.TEXT, "v \"w\""),
                        new Argument("c", Kind.TEXT, "x y"),
                        new Argument("d", Kind.WIDGET, "env"),
                        new Argument("e", Kind.TEXT, "z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~             | it names no notebook              | 2:15",
                "$a=1           | it names no notebook              | 2:15",
                "./b a=1        | 'a=1' is not an argument          | 2:19",
                "./b $a         | '$a' is not an argument           | 2:19",
                "./b $a=\"x     | '$a=\"x' is not an argument       | 2:19",
                "~./b\nSELECT 1~ | it has to be alone in its cell   | 3:10"
            })
    void saysWhatIsWrong(String command, String problem, String place) {
        assertThatThrownBy(() -> parse(command))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage("A %run command is not complete at pipelines/a.sql:" + place + " (cell 1): " + problem
                        + ". Write %run ./notebook $name=\"value\".");
    }
}
