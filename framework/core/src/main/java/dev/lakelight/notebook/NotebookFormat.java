package dev.lakelight.notebook;

import java.util.List;

/** A way to keep a notebook in a file. Texts of files have their byte order mark, when there is one. */
interface NotebookFormat {

    /**
     * Read the text of a file.
     *
     * @param file its name in messages and locations
     */
    Notebook read(String file, String source);

    /** Return the text of the notebook's file with another text in one cell, as little changed as can be. */
    String replace(Notebook notebook, Cell cell, String text);

    /** Return the text of a new file, as Databricks writes it. */
    String write(String name, List<CellDraft> cells);

    /** Return the extension of the files, without dot. */
    String extension();
}
