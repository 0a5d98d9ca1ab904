package dev.lakelight.databricks;

import dev.lakelight.databricks.api.GitFolder;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskBody;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.databricks.sql.DropNotebook;
import dev.lakelight.databricks.suite.Seed;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of tests in a workspace, from the Git folder to the removal of what was made. */
final class DatabricksRun {

    private final DatabricksSettings settings;
    private final TestedSource source;
    private final RemoteWorkspace workspace;
    private final RunPlace place;
    private final SuiteLog log;
    private final TestModules modules;
    private final TestNotebooks notebooks;
    private final RunCleanUp cleanUp;
    private boolean dropped = true;

    DatabricksRun(
            DatabricksSettings settings,
            TestedSource source,
            SuiteFolders folders,
            RemoteWorkspace workspace,
            RunPlace place,
            SuiteLog log) {
        this.settings = settings;
        this.source = source;
        this.workspace = workspace;
        this.place = place;
        this.log = log;
        this.modules = new TestModules(settings, folders, place);
        this.notebooks = new TestNotebooks(settings, place, modules);
        this.cleanUp = new RunCleanUp(settings, workspace, log::line);
    }

    @SuppressWarnings("try")
    RunFacts run(List<PlannedTest> tests, Instant deadline) throws InterruptedException {
        List<WrittenTest> written = write(tests);

        if (written.isEmpty()) {
            return RunFacts.ended(0);
        }

        log.line("Databricks %s as %s, run %s".formatted(workspace.host(), workspace.user(), place.name()));

        try (StayForCleanUp stay = StayForCleanUp.begin()) {
            return runAndLeave(written, deadline);
        }
    }

    private RunFacts runAndLeave(List<WrittenTest> written, Instant deadline) throws InterruptedException {
        try {
            return runAll(Batches.of(written), deadline);
        } finally {
            leave();
        }
    }

    private RunFacts runAll(List<List<WrittenTest>> batches, Instant deadline) throws InterruptedException {
        checkOut();

        if (batches.stream().flatMap(List::stream).anyMatch(TestModules::needsLibrary)) {
            workspace.files().upload(modules.library(), place.library(settings));
        }

        for (int number = 0; number < batches.size(); number++) {
            Map<String, TaskBody> jobs = put(batches.get(number), number);

            if (!run(new Batch(settings, place, batches.get(number), number, log), jobs, deadline)) {
                return RunFacts.timedOut(settings.timeout());
            }
        }

        return RunFacts.ended(0);
    }

    private List<WrittenTest> write(List<PlannedTest> tests) {
        List<WrittenTest> written = new ArrayList<>();

        for (PlannedTest test : tests) {
            try {
                written.add(notebooks.write(test));
            } catch (NotRemoteException e) {
                log.ended(test.identity(), TestOutcome.skipped("Not on Databricks: %s.".formatted(e.reason())));
            } catch (UserError e) {
                Problem problem = new Problem(
                        UserError.class.getName(),
                        String.valueOf(e.getMessage()),
                        "",
                        test.identity().source());
                log.ended(test.identity(), new TestOutcome(TestStatus.ERROR, Duration.ZERO, problem, List.of()));
            }
        }

        return written;
    }

    private void checkOut() {
        workspace.makeFolder(place.notebooks());
        GitFolder cloned = workspace.clone(source.url(), source.provider(), place.gitFolder());
        source.requireAt(workspace.checkOut(cloned, source.branch()));
    }

    /** Return the tasks that run jobs, which have been made. */
    private Map<String, TaskBody> put(List<WrittenTest> tests, int batch) {
        Map<String, Set<String>> catalogs = new LinkedHashMap<>();
        tests.forEach(test -> catalogs.put(test.test().catalog(), test.schemas()));
        // First: whatever happens next, the catalogs can be dropped.
        workspace.writeNotebook(place.notebooks() + "/" + place.dropNotebook(batch), DropNotebook.of(catalogs));
        Map<String, TaskBody> jobs = new LinkedHashMap<>();
        MadeJobs made = new MadeJobs(workspace, place);

        for (WrittenTest test : tests) {
            test.notebooks().forEach((name, text) -> workspace.writeNotebook(place.notebooks() + "/" + name, text));
            test.jobs().forEach((task, job) -> jobs.put(task, new TaskBody.OtherJob(made.make(job), job.parameters())));
            test.test().work().seeds().forEach(seed -> {
                if (seed instanceof Seed.Landing landing) {
                    new LandingFiles(workspace.files(), String.valueOf(test.files())).put(landing);
                }
            });
        }

        return jobs;
    }

    /** Return whether the run ended in time. */
    private boolean run(Batch batch, Map<String, TaskBody> jobs, Instant deadline) throws InterruptedException {
        dropped = false;
        Duration left = Duration.between(Instant.now(), deadline);
        String name = "Lakelight %s@%.7s".formatted(source.branch(), source.commit());
        RunOrder order = batch.order(name, jobs, left.plusMinutes(1));
        new MadeJobs(workspace, place).note(order.token());
        Submission submission = Submission.of(workspace.jobs(), settings.compute(), order);
        Optional<FoundRun> run = new AttendedRun(submission, log::line).await(() -> batch.await(submission, deadline));
        run.ifPresent(found -> dropped = Batch.hasDropped(found));
        return run.isPresent();
    }

    /** What cannot be removed now is when it has expired; that is no reason to be RED. */
    private void leave() throws InterruptedException {
        try {
            if (settings.keep()) {
                workspace.makeFolder(place.folder() + "/" + RunPlace.OVER);
                log.line("Kept until %s: the catalogs %s_*, and the folder %s"
                        .formatted(place.name().expires(), place.name(), place.folder()));
            } else if (dropped) {
                cleanUp.removeRest(place);
            } else {
                // Its run was cancelled or lost: a build that is started again has to run anew, also when this cannot
                // remove all.
                workspace.makeFolder(place.folder() + "/" + RunPlace.OVER);
                cleanUp.remove(place);
            }
        } catch (EnvironmentError e) {
            log.line("%s%nThe goal lakelight:clean-remote removes what is left of the run %s after %s."
                    .formatted(e.getMessage(), place.name(), place.name().expires()));
        }
    }
}
