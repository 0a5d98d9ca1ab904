package dev.lakelight.workspace.tree;

import dev.lakelight.notebook.Cell;
import dev.lakelight.notebook.Notebook;
import dev.lakelight.notebook.NotebookBuilder;
import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.notebook.NotebookFormatException;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.notebook.NotebookWriter;
import dev.lakelight.workspace.api.ApiErrors;
import java.io.IOException;
import java.nio.file.Files;

/** A notebook in the file in which it is kept. */
record StoredNotebook(TreeObject object, String extension) {

    static StoredNotebook of(TreeObject object) {
        String name = String.valueOf(object.file().getFileName());
        return new StoredNotebook(object, NotebookFileName.extension(name).orElseThrow());
    }

    boolean isJupyter() {
        return extension.equals(NotebookFiles.JUPYTER);
    }

    /** Return its language; that of a notebook of Jupyter that cannot be read counts as Python. */
    NotebookLanguage language() {
        return NotebookFileName.language(extension).orElseGet(this::languageOfJupyter);
    }

    private NotebookLanguage languageOfJupyter() {
        try {
            return read().language();
        } catch (NotebookFormatException e) {
            return NotebookLanguage.PYTHON;
        }
    }

    /** Return the file as it is. */
    byte[] bytes() throws IOException {
        return Files.readAllBytes(object.file());
    }

    /** Return it in source format: as it is when it is kept so, else converted. */
    byte[] source() throws IOException {
        return isJupyter() ? converted(language().extension()) : bytes();
    }

    /** Return it in Jupyter's format: as it is when it is kept so, else converted. */
    byte[] jupyter() throws IOException {
        return isJupyter() ? bytes() : converted(NotebookFiles.JUPYTER);
    }

    private byte[] converted(String toExtension) {
        try {
            Notebook notebook = read();
            NotebookBuilder builder = Notebook.builder(notebook.language());

            for (Cell cell : notebook.cells()) {
                cell.title().ifPresent(builder::title);
                builder.cell(cell.language(), cell.text());
            }

            return NotebookWriter.write(builder.build(object.path().name() + "." + toExtension));
        } catch (NotebookFormatException | IllegalArgumentException e) {
            throw ApiErrors.invalid(
                    "%s cannot be exported in this format: %s".formatted(object.path(), e.getMessage()));
        }
    }

    private Notebook read() {
        return NotebookReader.read(object.file(), object.path() + "." + extension);
    }
}
