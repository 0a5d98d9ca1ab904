package dev.lakelight.maven;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BranchQuery;
import dev.lakelight.branch.TestedCommit;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.verdict.RunFacts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs the suite and leaves word of how that went, for the goal {@code verify} to judge. Whatever keeps the suite from
 * running is left as well, so that the phases after this one can clean up.
 */
final class SuiteExecution {

    private final ProjectFacts project;
    private final SuiteFiles files;
    private final Map<String, String> configuration;
    private final Log log;

    SuiteExecution(ProjectFacts project, SuiteFiles files, Map<String, String> configuration, Log log) {
        this.project = project;
        this.files = files;
        this.configuration = Map.copyOf(configuration);
        this.log = log;
    }

    /**
     * Run it.
     *
     * @throws EnvironmentError when no word can be left
     * @throws UserError when another execution of this build has left its own in the same place
     */
    void run(BranchQuery query, Supplier<RunFacts> suite) {
        refuseSecondRun();
        files.clear();
        SuiteRun run = SuiteRun.begun(project.buildStart(), configuration);
        SuiteRunFile.write(run, files.run());

        SuiteRunFile.write(outcome(run, query, suite), files.run());
    }

    private SuiteRun outcome(SuiteRun begun, BranchQuery query, Supplier<RunFacts> suite) {
        BranchFacts branch = BranchFacts.of(query);
        try {
            long start = System.nanoTime();
            RunFacts facts = suite.get();
            Duration wallTime = Duration.ofNanos(System.nanoTime() - start);
            return begun.ended(TestedCommit.addTo(facts, branch, project.baseDirectory()), wallTime);
        } catch (EnvironmentError | UserError e) {
            log.error(e.getMessage());
            log.debug(e);
            return begun.prevented(String.valueOf(e.getMessage()));
        }
    }

    private void refuseSecondRun() {
        boolean ranAlready = earlierRun()
                .filter(run -> run.buildStart().equals(project.buildStart()))
                .isPresent();

        if (ranAlready) {
            throw new UserError(
                    "The suite of %s ran before in this build, and its results are in %s. Give this execution its own <workDirectory> and <reportsDirectory>, and the goal verify an execution with the same"
                            .formatted(project.name(), files.directory()));
        }
    }

    /** What cannot be read was left by another build: this one's would have been written just now. */
    private Optional<SuiteRun> earlierRun() {
        try {
            return SuiteRunFile.read(files.run());
        } catch (EnvironmentError e) {
            return Optional.empty();
        }
    }
}
