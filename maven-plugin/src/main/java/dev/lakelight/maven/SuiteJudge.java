package dev.lakelight.maven;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.report.Report;
import dev.lakelight.report.RunInfo;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.verdict.Verdict;
import dev.lakelight.verdict.Verdict.Colour;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Judges what the goal {@code integration-test} has left. Whatever it cannot read is a reason to be RED. */
final class SuiteJudge {

    /** With this the suite JVM says that its environment broke down. */
    private static final int BROKEN_ENVIRONMENT = 2;

    private final ProjectFacts project;
    private final SuiteFiles files;
    private final BranchFacts branch;

    SuiteJudge(ProjectFacts project, SuiteFiles files, BranchFacts branch) {
        this.project = project;
        this.files = files;
        this.branch = branch;
    }

    Judgement judge() {
        try {
            return SuiteRunFile.read(files.run())
                    .filter(run -> run.buildStart().equals(project.buildStart()))
                    .map(this::judge)
                    .orElseGet(() -> broken(notRun(), Optional.empty()));
        } catch (EnvironmentError e) {
            return broken(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Judgement judge(SuiteRun run) {
        if (run.trouble() != null) {
            return broken(run.trouble(), Optional.of(run));
        }

        SuiteResult suite = EventLog.read(files.eventLog());
        boolean broken =
                suite.finishedAt() != null && Objects.equals(run.facts().exitCode(), BROKEN_ENVIRONMENT);
        Verdict verdict = Verdict.of(suite, run.facts());
        return new Judgement(report(suite, verdict, Optional.of(run)), broken);
    }

    private Judgement broken(String reason, Optional<SuiteRun> run) {
        SuiteResult nothing = new SuiteResult(null, null, Map.of(), List.of(), List.of(), List.of());
        Verdict verdict = new Verdict(Colour.RED, List.of(reason));
        return new Judgement(report(nothing, verdict, run), true);
    }

    private Report report(SuiteResult suite, Verdict verdict, Optional<SuiteRun> run) {
        RunInfo info = RunInfo.onThisHost(
                project.name(),
                run.map(SuiteRun::configuration).orElse(Map.of()),
                run.map(SuiteRun::wallTime).orElse(Duration.ZERO));
        return new Report(suite, verdict, branch, info);
    }

    private String notRun() {
        return "The suite of %s did not run in this build. Give the goal integration-test an execution in the phase integration-test."
                .formatted(project.name());
    }
}
