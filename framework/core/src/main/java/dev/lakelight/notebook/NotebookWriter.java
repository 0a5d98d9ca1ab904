package dev.lakelight.notebook;

import java.nio.charset.StandardCharsets;

/** Writes notebooks in source format. */
public final class NotebookWriter {

    private NotebookWriter() {}

    /**
     * Return the content of the notebook's file. One that was read is written as it was, byte for byte; one that was built in
     * memory as Databricks writes it: UTF-8, line feeds, a blank line on each side of a separator, a final line feed.
     */
    public static byte[] write(Notebook notebook) {
        return notebook.source().getBytes(StandardCharsets.UTF_8);
    }
}
