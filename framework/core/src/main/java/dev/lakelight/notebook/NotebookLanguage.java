package dev.lakelight.notebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language that a notebook's cells have unless they say otherwise; it decides how the notebook is written to a file. */
public enum NotebookLanguage {
    PYTHON("#", "py"),
    R("#", "r"),
    SCALA("//", "scala"),
    SQL("--", "sql"),
    /** Ours: Databricks has no Java notebooks. */
    JAVA("//", "java");

    private final String comment;
    private final String extension;

    NotebookLanguage(String comment, String extension) {
        this.comment = comment;
        this.extension = extension;
    }

    /** Return the language of a file by its extension, or nothing when notebooks are not written in such files. */
    public static Optional<NotebookLanguage> ofFile(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.extension.equals(extension))
                .findFirst();
    }

    /** Return the name as magics have it: {@code sql}, {@code python}. */
    public String magic() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Return the extension of its files, without dot. */
    public String extension() {
        return extension;
    }

    /** Return the first line of its notebooks. */
    public String header() {
        return comment + " Databricks notebook source";
    }

    String separator() {
        return comment + " COMMAND ----------";
    }

    boolean isSeparator(String line) {
        return line.startsWith(separator()) && line.stripTrailing().equals(separator());
    }

    String magicPrefix() {
        return comment + " MAGIC";
    }

    /** Return a line of a cell in another language. */
    String magicLine(String line) {
        return line.isEmpty() ? magicPrefix() : magicPrefix() + " " + line;
    }

    String titlePrefix() {
        return comment + " DBTITLE ";
    }
}
