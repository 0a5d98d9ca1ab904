package dev.lakelight.databricks;

import dev.lakelight.databricks.suite.SuiteFolders;
import java.nio.file.Path;

/**
 * Where files of the project are in the workspace.
 *
 * @param folders of the project
 * @param place of the run
 */
record WorkspacePaths(SuiteFolders folders, RunPlace place) {

    /** Return the path of a file of the Git folder. */
    String file(Path file) {
        String relative = folders.workTree().relativize(file).toString().replace('\\', '/');
        return relative.isEmpty() ? place.gitFolder() : place.gitFolder() + "/" + relative;
    }

    /** Return the path of a notebook of the Git folder, which has no extension there. */
    String notebook(Path notebook) {
        String path = file(notebook);
        return path.substring(0, path.lastIndexOf('.'));
    }
}
