package dev.lakelight.databricks;

import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.RunName;
import dev.lakelight.databricks.suite.RemoteTest;
import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.databricks.suite.SuiteReader;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.EventLogWriter;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the suite of a branch on Databricks and leaves the event log that a suite on this machine leaves. */
public final class DatabricksSuite {

    /** With this a suite says that its environment broke down. */
    private static final int BROKEN_ENVIRONMENT = 2;

    private final DatabricksSettings settings;
    private final TestedSource source;
    private final SuiteFolders folders;

    /** Describe a run: how, of what, with which tests. */
    public DatabricksSuite(DatabricksSettings settings, TestedSource source, SuiteFolders folders) {
        this.settings = settings;
        this.source = source;
        this.folders = folders;
    }

    /**
     * Run all scenarios and notebook tests. What goes wrong is in the event log and makes the verdict RED; nothing is thrown for it.
     *
     * @param eventLog file to write, replacing what is there
     * @param log takes lines for people
     * @return how the run ended
     * @throws UserError when the tests cannot be told apart
     */
    public RunFacts run(Path eventLog, Consumer<String> log) {
        try (EventLogWriter events = EventLogWriter.create(eventLog)) {
            events.suiteStarted(Instant.now(), Map.of("target", "databricks"));
            RunFacts facts = run(new SuiteLog(events, log), Instant.now().plus(settings.timeout()));

            if (facts.exitCode() != null) {
                events.suiteFinished(Instant.now());
            }

            return facts;
        }
    }

    private RunFacts run(SuiteLog log, Instant deadline) {
        List<RemoteTest> tests =
                SuiteReader.read(folders, settings.exitLanguage().languages());
        tests.forEach(test -> log.planned(test.identity()));
        GivenJob given = settings.givenJob();

        if (given != null) {
            return run(given, tests, log, deadline);
        }

        tests.forEach(test -> endAtOnce(test, log));

        if (tests.stream().noneMatch(test -> test.work() instanceof Work.Run)) {
            return RunFacts.ended(0);
        }

        return attempt(log, () -> {
            RemoteWorkspace workspace = RemoteWorkspace.connect(settings.login());
            RunPlace place = place(workspace, tests);
            return new DatabricksRun(settings, source, folders, workspace, place, log)
                    .run(planned(tests, place), deadline);
        });
    }

    /** A run. */
    private interface Attempt {
        RunFacts run() throws InterruptedException;
    }

    private static RunFacts attempt(SuiteLog log, Attempt attempt) {
        try {
            return attempt.run();
        } catch (EnvironmentError | UserError e) {
            log.broken(String.valueOf(e.getMessage()));
            return RunFacts.ended(BROKEN_ENVIRONMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunFacts.cancelled();
        }
    }

    private RunFacts run(GivenJob given, List<RemoteTest> tests, SuiteLog log, Instant deadline) {
        String reason = "Not on Databricks: there the tasks of the job '%s' are the tests.".formatted(given.job());
        tests.stream()
                .map(test -> test.work() instanceof Work.Broken
                        ? test
                        : new RemoteTest(test.identity(), new Work.Skip(reason)))
                .forEach(test -> endAtOnce(test, log));
        return attempt(log, () -> {
            RemoteWorkspace workspace = RemoteWorkspace.connect(settings.login());
            return new GivenJobRun(settings, given, source, workspace, log).run(deadline);
        });
    }

    private static void endAtOnce(RemoteTest test, SuiteLog log) {
        if (test.work() instanceof Work.Skip skip) {
            log.ended(test.identity(), TestOutcome.skipped(skip.reason()));
        } else if (test.work() instanceof Work.Broken broken) {
            Problem problem = new Problem(
                    UserError.class.getName(),
                    String.valueOf(broken.error().getMessage()),
                    "",
                    broken.error().location().orElse(test.identity().source()));
            log.ended(test.identity(), new TestOutcome(TestStatus.ERROR, Duration.ZERO, problem, List.of()));
        }
    }

    static String baseFolder(DatabricksSettings settings, RemoteWorkspace workspace) {
        return settings.folder() == null ? "/Users/%s/.lakelight".formatted(workspace.user()) : settings.folder();
    }

    /** A build that was interrupted finds its run again, by the folder that it has left. */
    private RunPlace place(RemoteWorkspace workspace, List<RemoteTest> tests) {
        String base = baseFolder(settings, workspace);
        String id = RunName.id(Stream.concat(
                        Stream.of(source.commit(), settings.build()),
                        tests.stream().map(test -> test.identity().id()))
                .toList());
        return workspace.names(base).stream()
                .flatMap(name -> RunName.parse(name).stream())
                .filter(name -> name.id().equals(id) && name.expires().isAfter(workspace.now()))
                .map(name -> new RunPlace(base, name))
                .filter(place -> !workspace.names(place.folder()).contains(RunPlace.OVER))
                .findFirst()
                .orElseGet(() -> new RunPlace(base, new RunName(workspace.now().plus(settings.retention()), id)));
    }

    private static List<PlannedTest> planned(List<RemoteTest> tests, RunPlace place) {
        List<PlannedTest> planned = new ArrayList<>();

        for (int number = 1; number <= tests.size(); number++) {
            RemoteTest test = tests.get(number - 1);

            if (test.work() instanceof Work.Run run) {
                planned.add(new PlannedTest(number, place.name().catalog(number), test.identity(), run));
            }
        }

        return planned;
    }
}
