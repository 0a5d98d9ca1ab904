package dev.lakelight.databricks.suite;

import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.scenario.ModuleCall;
import dev.lakelight.scenario.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the notebooks that are run on Databricks.
 *
 * @param files resolves their names
 * @param workTree root of the repository's work tree: what is outside of it is not in the Git folder
 * @param languages that the workspace runs
 */
public record StepNotebooks(ProjectFiles files, Path workTree, Languages languages) {

    Path find(ModuleCall call) {
        Unsupported.refuse(
                call.language() != null, "%s is a file without the header of a notebook".formatted(call.module()));
        return NotebookFiles.namesOf(call.module()).stream()
                .flatMap(name -> files.find(name).stream())
                .filter(Files::isRegularFile)
                .findFirst()
                .map(this::runnable)
                .orElseThrow(() -> new UserError(
                        "%s: There is no notebook '%s'. Correct the path; it is taken from the folder of this file, then from the project's base directory."
                                .formatted(call.source(), call.module()),
                        call.source()));
    }

    void requireLanguages(List<Requirement> required) {
        Unsupported.refuse(
                required.contains(Requirement.PYTHON) && !languages.python(),
                "it requires python, and lakelight.databricks.exitLanguage says that there is none");
    }

    /** Return the notebook when Databricks can run it from a Git folder. */
    Path runnable(Path notebook) {
        String name = files.relative(notebook);

        if (!NotebookReader.isNotebook(notebook)) {
            throw new UserError("%s is not a notebook: its first line is not the header of one.".formatted(name));
        }

        if (!languages.java()
                && NotebookLanguage.ofFile(name)
                        .filter(NotebookLanguage.JAVA::equals)
                        .isPresent()) {
            throw new NotRemoteException("%s is a Java notebook, which Databricks cannot run".formatted(name));
        }

        if (!notebook.startsWith(workTree)) {
            throw new NotRemoteException("%s is not in the repository, so it is in no Git folder".formatted(name));
        }

        return notebook;
    }
}
