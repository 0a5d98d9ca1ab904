package dev.lakelight.databricks.suite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the tests of a project are. Paths are absolute.
 *
 * @param baseDirectory of the project's module
 * @param workTree root of the repository's work tree, which holds the module
 * @param scenarioRoots folders which are searched for scenario files
 * @param notebookRoots folders which are searched for notebook tests
 * @param classes folder of the module's classes, which need not exist
 * @param testClasses folder of the module's test classes, which need not exist
 */
public record SuiteFolders(
        Path baseDirectory,
        Path workTree,
        List<Path> scenarioRoots,
        List<Path> notebookRoots,
        Path classes,
        Path testClasses) {

    public SuiteFolders {
        requireNonNull(baseDirectory, "baseDirectory");
        requireNonNull(workTree, "workTree");
        requireNonNull(classes, "classes");
        requireNonNull(testClasses, "testClasses");
        scenarioRoots = List.copyOf(scenarioRoots);
        notebookRoots = List.copyOf(notebookRoots);
    }
}
