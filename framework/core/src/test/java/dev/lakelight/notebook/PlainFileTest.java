package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainFileTest {

    @ParameterizedTest
    @EnumSource(NotebookLanguage.class)
    void takesAPlainFileForANotebookWhenItsLanguageIsGiven(NotebookLanguage language) {
        byte[] plain = "\uFEFF1\n2\n".getBytes(StandardCharsets.UTF_8);

        Notebook notebook = NotebookReader.read(plain, "plain.txt", language);

        assertThat(notebook.cells())
                .extracting(Cell::language, Cell::text, Cell::line)
                .containsExactly(tuple(language.magic(), "1\n2", 1));
        assertThat(NotebookWriter.write(notebook)).isEqualTo(plain);
    }

    @Test
    void doesNotTakeAHeaderForCodeWhenTheLanguageIsGiven() {
        byte[] source = "-- Databricks notebook source\nSELECT 1".getBytes(StandardCharsets.UTF_8);

        Notebook notebook = NotebookReader.read(source, "plain", NotebookLanguage.SQL);

        assertThat(notebook.cells()).extracting(Cell::text).containsExactly("SELECT 1");
    }

    @Test
    void findsTheLinesOfCellsInAPlainFile() {
        byte[] source = "SELECT 1\n\n-- COMMAND ----------\n\n-- MAGIC %md x".getBytes(StandardCharsets.UTF_8);

        Notebook notebook = NotebookReader.read(source, "plain", NotebookLanguage.SQL);

        assertThat(notebook.cells()).extracting(Cell::line).containsExactly(1, 5);
    }
}
