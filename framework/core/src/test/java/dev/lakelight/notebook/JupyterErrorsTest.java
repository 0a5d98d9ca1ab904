package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JupyterErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~[]~            | a.ipynb:1:1 is not a Jupyter notebook: it is a list, not an object.",
                "~{}~            | a.ipynb:1:1 is not a Jupyter notebook: it has no 'nbformat'.",
                "{'nbformat': 4} | a.ipynb:1:1 is not a Jupyter notebook: it has no 'cells'.",
                "{'nbformat': 4, 'cells': {}} | a.ipynb:1:26 is not a Jupyter notebook: its 'cells' are an object, not a list."
            })
    void refusesWhatIsNoNotebook(String text, String message) {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", text.replace('\'', '"')))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(message + " Export the notebook again, or give the file another extension.");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", ""))
                .hasMessage(
                        "a.ipynb:1:1 is not a Jupyter notebook: it is nothing, not an object. Export the notebook again,"
                                + " or give the file another extension.");
    }

    @Test
    void refusesAnotherVersionOfTheFormat() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\n \"worksheets\": [],\n \"nbformat\": 3\n}"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage("a.ipynb:3:14 has the nbformat 3, but has to have 4. Run: jupyter nbconvert --to notebook"
                        + " --nbformat 4 --inplace a.ipynb");
    }

    @Test
    void refusesALanguageThatItDoesNotKnow() {
        assertThatThrownBy(() -> JupyterNotebooks.withMetadata("{'kernelspec': {'language': 'julia'}}"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "a.ipynb:1:91 names the language 'julia', but has to name one of python, r, scala, sql, java."
                                + " Correct the metadata.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]                                       | 1:27 | it is 1, not an object",
                "[{'source': ''}]                          | 1:27 | it has no 'cell_type'",
                "[{'cell_type': 'code'}]                   | 1:27 | it has no 'source'",
                "[{'cell_type': 'heading', 'source': ''}]  | 1:41 | its 'cell_type' is 'heading'",
                "[{'cell_type': 'code', 'source': ['', 1]}] | 1:64 | its 'source' has to be a text or a list of texts, but holds 1",
                "[{'cell_type': 'code', 'source': null}]   | 1:59 | its 'source' has to be a text or a list of texts, but holds null"
            })
    void refusesABrokenCell(String cells, String place, String problem) {
        assertThatThrownBy(() -> JupyterNotebooks.withCells(cells))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "a.ipynb:%s (cell 1) is not a cell of a Jupyter notebook: %s. Mend it there, or export the notebook"
                                        .formatted(place, problem)
                                + " again.");
    }

    @Test
    void saysWhereJsonIsCutOff() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\n \"cells\": [\n"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "a.ipynb:3:1 is not JSON: it ends in the middle of a value. Mend it there, where a merge may have"
                                + " left its marks, or export the notebook again.");
    }

    @Test
    void saysWhereSomethingFollowsTheJson() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\"nbformat\": 4, \"cells\": []}\n{}"))
                .hasMessage("a.ipynb:2:1 is not JSON: something follows its end. Mend it there, where a merge may have"
                        + " left its marks, or export the notebook again.");
    }

    @Test
    void saysWhereAMergeLeftItsMarks() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\n<<<<<<< HEAD\n \"nbformat\": 4\n}"))
                .isInstanceOfSatisfying(
                        NotebookFormatException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageStartingWith("a.ipynb:2:")
                .hasMessageContaining(" is not JSON: Unexpected character ('<' (code 60))");
    }

    @Test
    void refusesJsonThatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "[".repeat(100_000)))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessageContaining(" is not JSON: ");
    }
}
