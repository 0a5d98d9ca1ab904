package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.branch.BranchQuery;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.verdict.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteExecutionTest {

    @TempDir
    Path base;

    private SuiteFiles files;

    @BeforeEach
    void chooseFiles() {
        files = new SuiteFiles(base.resolve("target/lakelight"), base.resolve("target/lakelight-reports"));
    }

    @Test
    void leavesHowTheSuiteEnded() {
        execute(() -> RunFacts.ended(137));

        assertThat(left().facts()).isEqualTo(RunFacts.ended(137));
        assertThat(left().configuration()).containsEntry("lakelight.cluster", "processes");
        assertThat(left().trouble()).isNull();
    }

    @Test
    void leavesWordOfACancelledRunBeforeTheSuiteStarts() {
        AtomicReference<SuiteRun> meanwhile = new AtomicReference<>();

        execute(() -> {
            meanwhile.set(left());
            return RunFacts.ended(0);
        });

        assertThat(meanwhile.get().facts()).isEqualTo(RunFacts.cancelled());
    }

    @Test
    void leavesWhyTheSuiteCouldNotRun() {
        execute(() -> {
            throw new EnvironmentError("There is no Spark.");
        });

        assertThat(left().trouble()).isEqualTo("There is no Spark.");
    }

    @Test
    void removesWhatAnEarlierBuildLeft() throws IOException {
        Files.createDirectories(files.directory());
        Files.writeString(files.run(), "half-writ");
        Files.writeString(files.eventLog(), "old");
        Files.createDirectories(files.reports());
        Files.writeString(files.reports().resolve("verdict.json"), "old");

        execute(() -> {
            assertThat(files.eventLog()).doesNotExist();
            assertThat(files.reports()).isEmptyDirectory();
            return RunFacts.ended(0);
        });

        assertThat(left().facts()).isEqualTo(RunFacts.ended(0));
    }

    @Test
    void doesNotReplaceTheResultsOfThisBuild() {
        execute(() -> RunFacts.ended(1));

        assertThatThrownBy(() -> execute(() -> RunFacts.ended(0)))
                .isInstanceOf(UserError.class)
                .hasMessage("The suite of Retail ran before in this build, and its results are in " + files.directory()
                        + ". Give this execution its own <workDirectory> and <reportsDirectory>,"
                        + " and the goal verify an execution with the same");
        assertThat(left().facts()).isEqualTo(RunFacts.ended(1));
    }

    private void execute(Supplier<RunFacts> suite) {
        new SuiteExecution(
                        ProjectFactsFixture.project(base),
                        files,
                        Map.of("lakelight.cluster", "processes"),
                        new SystemStreamLog())
                .run(BranchQuery.of(base, Map.of()), suite);
    }

    private SuiteRun left() {
        return SuiteRunFile.read(files.run()).orElseThrow();
    }
}
