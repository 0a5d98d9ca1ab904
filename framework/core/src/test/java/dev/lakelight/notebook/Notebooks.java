package dev.lakelight.notebook;

import java.nio.charset.StandardCharsets;

/** Notebooks from texts, and back. */
final class Notebooks {

    private Notebooks() {}

    static Notebook read(String file, String text) {
        return NotebookReader.read(text.getBytes(StandardCharsets.UTF_8), file);
    }

    static String write(Notebook notebook) {
        return new String(NotebookWriter.write(notebook), StandardCharsets.UTF_8);
    }
}
