package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.jobs.BaseRun;
import com.databricks.sdk.service.jobs.ListRunsRequest;
import com.databricks.sdk.service.jobs.RunLifeCycleState;
import com.databricks.sdk.service.jobs.RunResultState;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.result.EventLog;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build whose JVM is ended while its run is under way, as by Ctrl-C. The run has not got a cluster yet. */
class StoppedBuildTest {

    private static final int LIMIT_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void cancelsItsRunAndIsRed() throws Exception {
        try (WorkspaceFixture fixture = new WorkspaceFixture(folder)) {
            String commit = fixture.write("pipelines/a_test.sql", "-- Databricks notebook source\nSELECT 1\n")
                    .push("main");
            Path log = folder.resolve("events.jsonl");
            Process build = start(List.of(
                    fixture.login().configFile().toString(),
                    fixture.url(),
                    commit,
                    fixture.workTree().toString(),
                    log.toString()));

            try {
                BaseRun run = firstRun(fixture.client(), build);
                build.destroy();
                assertThat(build.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();

                assertThat(ended(fixture.client(), run.getRunId())).isEqualTo(RunResultState.CANCELED);
                assertThat(Verdict.of(EventLog.read(log), RunFacts.ended(build.exitValue()))
                                .isGreen())
                        .isFalse();
            } finally {
                build.destroyForcibly();
            }
        }
    }

    private Process start(List<String> arguments) throws IOException {
        Path file = Files.writeString(
                folder.resolve("arguments"),
                "-cp \"%s\" %s %s"
                        .formatted(
                                RuntimeClassPath.ofThisJvm().stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining(File.pathSeparator)),
                                StoppedBuild.class.getName(),
                                String.join(" ", arguments)));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private BaseRun firstRun(WorkspaceClient client, Process build) throws Exception {
        Optional<BaseRun> run = Optional.empty();

        while (run.isEmpty()) {
            assertThat(build.isAlive())
                    .as("%s", Files.readString(folder.resolve("output")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
            run = StreamSupport.stream(
                            client.jobs().listRuns(new ListRunsRequest()).spliterator(), false)
                    .findFirst();
        }

        return run.get();
    }

    private static RunResultState ended(WorkspaceClient client, long run) throws InterruptedException {
        while (client.jobs().getRun(run).getState().getLifeCycleState() != RunLifeCycleState.TERMINATED) {
            TimeUnit.MILLISECONDS.sleep(50);
        }

        return client.jobs().getRun(run).getState().getResultState();
    }
}
