package dev.lakelight.maven;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.report.ClosingBlock;
import dev.lakelight.report.Reports;
import dev.lakelight.report.StepSummary;
import dev.lakelight.report.WrittenReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges the integration suite of the module GREEN or RED, writes the reports, and fails the build when it is RED.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyMojo extends LakelightMojo {

    /** Modules that are built at the same time must not mix their last words. */
    private static final Object CLOSING_BLOCK = new Object();

    /**
     * Lets the build go on when the suite is RED. Reports say RED all the same.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.IGNORE_FAILURES, defaultValue = "false")
    private boolean testFailureIgnore;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> reasons = reasonsToSkipSuite();

        if (!reasons.isEmpty()) {
            getLog().info("There is no verdict, because the suite is skipped: " + String.join(", ", reasons));
            return;
        }

        SuiteFiles files = suiteFiles();
        Judgement judgement = new SuiteJudge(projectFacts(), files, BranchFacts.of(branchQuery())).judge();
        Path page = writeReports(judgement, files.reports()).page();
        printClosingBlock(judgement, page);
        conclude(judgement, judgement.message(page));
    }

    private WrittenReports writeReports(Judgement judgement, Path directory) throws MojoExecutionException {
        try {
            WrittenReports reports = Reports.write(judgement.report(), directory);
            StepSummary.publish(reports.summary(), System.getenv());
            return reports;
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write the reports to %s: %s".formatted(directory, e), e);
        }
    }

    private void printClosingBlock(Judgement judgement, Path page) {
        Consumer<String> log = judgement.isGreen() ? getLog()::info : getLog()::error;

        synchronized (CLOSING_BLOCK) {
            ClosingBlock.lines(judgement.report(), page).forEach(log);
        }
    }

    private void conclude(Judgement judgement, String message) throws MojoExecutionException, MojoFailureException {
        if (judgement.environmentIsBroken()) {
            throw new MojoExecutionException(message);
        }
        if (judgement.isGreen()) {
            return;
        }
        if (!testFailureIgnore) {
            throw new MojoFailureException(message);
        }
    }
}
