package dev.lakelight.notebook;

/**
 * Where a notebook comes from.
 *
 * @param file its name in messages and locations
 * @param source the text of the file, byte order mark included
 * @param format in which the text is
 */
record NotebookOrigin(String file, String source, NotebookFormat format) {}
