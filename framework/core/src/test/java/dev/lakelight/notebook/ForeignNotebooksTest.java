package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tries notebooks that nobody here wrote, such as a clone of a public repository. */
@EnabledIfSystemProperty(
        named = "notebooks.folder",
        matches = ".+",
        disabledReason = "-Dnotebooks.folder=... names a folder whose notebooks are tried")
class ForeignNotebooksTest {

    @TestFactory
    List<DynamicTest> areWrittenAsTheyWereReadAndChangedCellByCell() throws IOException {
        Path folder = Path.of(System.getProperty("notebooks.folder"));

        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(NotebookReader::isNotebook)
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            folder.relativize(file).toString(), () -> tryOut(Files.readAllBytes(file), file)))
                    .toList();
        }
    }

    private static void tryOut(byte[] content, Path file) {
        Notebook notebook = NotebookReader.read(content, file.toString());

        assertThat(NotebookWriter.write(notebook)).isEqualTo(content);

        for (Cell cell : notebook.cells()) {
            Notebook changed = notebook.withText(cell, cell.text() + " ");
            Cell changedCell = changed.cells().get(cell.number() - 1);
            assertThat(changed.withText(changedCell, cell.text())).isEqualTo(notebook);
        }
    }
}
