package dev.lakelight.benchmark.sqlcells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.notebook.Cell;
import dev.lakelight.notebook.NotebookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallCellsTest {

    @TempDir
    private Path directory;

    @Test
    void areANotebookWithACellForEachStatement() throws IOException {
        SmallCells cells = SmallCells.of(3);

        Path file = Files.writeString(directory.resolve("cells.sql"), cells.notebook());

        assertThat(cells.statements()).containsExactly("SELECT 1 + 1 AS x", "SELECT 2 + 1 AS x", "SELECT 3 + 1 AS x");
        assertThat(NotebookReader.read(file, "cells.sql").cells())
                .extracting(Cell::text)
                .map(String::strip)
                .containsExactlyElementsOf(cells.statements());
    }
}
