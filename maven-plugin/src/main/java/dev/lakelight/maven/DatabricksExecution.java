package dev.lakelight.maven;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BranchQuery;
import dev.lakelight.branch.GitRemote;
import dev.lakelight.branch.WorkTree;
import dev.lakelight.databricks.DatabricksSettings;
import dev.lakelight.databricks.DatabricksSuite;
import dev.lakelight.databricks.TestedSource;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.problem.UserError;
import dev.lakelight.suite.SuiteRequest;
import dev.lakelight.verdict.RunFacts;
import java.util.function.Consumer;

/** Runs the suite of the module on Databricks. */
final class DatabricksExecution {

    private final ProjectFacts project;
    private final SuiteParameters parameters;
    private final DatabricksParameters databricks;

    DatabricksExecution(ProjectFacts project, SuiteParameters parameters, DatabricksParameters databricks) {
        this.project = project;
        this.parameters = parameters;
        this.databricks = databricks;
    }

    /**
     * Run it.
     *
     * @param query asks for the branch
     * @throws UserError when the settings cannot be read, or what is tested is not what a workspace can fetch
     */
    RunFacts run(BranchQuery query, SuiteFiles files, Consumer<String> log) {
        BranchFacts branch = BranchFacts.of(query);
        GitRemote remote = GitRemote.of(project.baseDirectory())
                .orElseThrow(() -> new UserError(
                        "%s is in no git repository. On Databricks a suite runs from a Git folder, so there has to be one."
                                .formatted(project.baseDirectory())));
        TestedSource source = GitSources.of(branch, remote, databricks);
        refuseChanges(branch.workTree(), source);
        DatabricksSettings settings = databricks.settings(parameters.timeout(), parameters.keep(), build(branch));
        SuiteRequest request = new SuiteRequests(project, parameters).request(files);
        SuiteFolders folders = new SuiteFolders(
                project.baseDirectory(),
                remote.workTree(),
                request.scenarioRoots(),
                request.notebookRoots(),
                project.classes(),
                project.testClasses());

        try (SuiteOutput output = SuiteOutput.to(files.output(), log)) {
            return new DatabricksSuite(settings, source, folders).run(files.eventLog(), output);
        }
    }

    /** What is expected comes from here, and what runs comes from the commit: they have to be the same. */
    private static void refuseChanges(WorkTree workTree, TestedSource source) {
        if (workTree.state() == WorkTree.State.DIRTY) {
            throw new UserError(
                    "%d files differ from commit %s, such as %s. Databricks runs what is pushed: commit and push them, or let git ignore them."
                            .formatted(workTree.changes(), source.commit(), String.join(", ", workTree.examples())));
        }
    }

    private String build(BranchFacts branch) {
        return branch.server() == null || branch.server().link() == null
                ? project.buildStart().toString()
                : branch.server().link();
    }
}
