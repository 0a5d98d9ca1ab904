package dev.lakelight.notebook;

import java.util.List;
import java.util.Locale;

/** The names of the files that hold notebooks: {@code .sql .py .scala .r .java} in source format, and {@code .ipynb}. */
public final class NotebookFiles {

    /** The extension of Jupyter's format, whose files say their language themselves. */
    public static final String JUPYTER = "ipynb";

    /** Without dot, in the order in which they are looked for; R is written both ways. */
    public static final List<String> EXTENSIONS = List.of("py", "r", "R", "scala", "sql", "java", JUPYTER);

    private NotebookFiles() {}

    /** Return whether the name ends as those of notebooks do, in whatever case. */
    public static boolean isNotebookName(String name) {
        return isJupyter(name) || NotebookLanguage.ofFile(name).isPresent();
    }

    /** Return the names under which a notebook can be that is called by this path, which may lack its extension. */
    public static List<String> namesOf(String path) {
        if (isNotebookName(path)) {
            return List.of(path);
        }

        return withExtensions(path);
    }

    private static List<String> withExtensions(String path) {
        return EXTENSIONS.stream().map(extension -> path + "." + extension).toList();
    }

    /**
     * Return the names of the files of a notebook whose own name ends as those of files do: a client imported {@code etl.sql} into a
     * workspace, which keeps it as {@code etl.sql.sql}.
     */
    public static List<String> longerNamesOf(String path) {
        return isNotebookName(path) ? withExtensions(path) : List.of();
    }

    /** Return the path as Databricks knows the notebook: without the extension of its file. */
    public static String withoutExtension(String path) {
        return isNotebookName(path) ? path.substring(0, path.lastIndexOf('.')) : path;
    }

    static boolean isJupyter(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("." + JUPYTER);
    }
}
