package dev.lakelight.runtime;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where relative paths of a run's Python cells and shells lead to. On Databricks that is the notebook's folder in the workspace. Here it
 * is the same folder in a copy of the project, which is in the lake: what notebooks write there is seen by the lake's other runs, and
 * stays out of the project.
 *
 * @param lake folder of the copy, mostly that of the lake, absolute
 * @param project the project's folder, absolute
 * @param module the file that is run, absolute
 */
record WorkingFolder(Path lake, Path project, Path module) {

    private static final String COPY = "workspace";

    /** Return the folder, with the project's files as they are now, but for those that a notebook has changed. */
    Path prepare() {
        Path folder = Objects.requireNonNull(module.getParent());

        synchronized (WorkingFolder.class) {
            if (!copy().bring(folder)) {
                CellWarnings.add(ProjectCopy.incomplete());
            }
        }

        return copy().of(folder).orElse(lake.resolve(COPY));
    }

    /** Return the copy of the module, or itself when it is not of the project. */
    Path copyOfModule() {
        return copy().of(module).orElse(module);
    }

    private ProjectCopy copy() {
        return new ProjectCopy(project, lake.resolve(COPY), lake, ProjectCopy.MOST_BYTES);
    }
}
