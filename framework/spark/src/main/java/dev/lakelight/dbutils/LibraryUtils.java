package dev.lakelight.dbutils;

/** {@code dbutils.library}. Libraries are those of the project, so nothing is installed. */
@SuppressWarnings("DoNotCallSuggester")
public final class LibraryUtils {

    /** Create the object. */
    public LibraryUtils() {}

    /** Do nothing: cells have the libraries of the project from the start. */
    public void restartPython() {
        // Notebooks call it after %pip, which has no effect here.
    }

    /** Refuse to install a library. */
    public boolean install(String path) {
        throw NotHere.because("dbutils.library.install", NotHere.LIBRARIES);
    }

    /** Refuse to install a library. */
    public boolean installPyPI(String pypiPackage) {
        throw NotHere.because("dbutils.library.installPyPI", NotHere.LIBRARIES);
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("library", LibraryUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("library", LibraryUtils.class, method);
    }
}
