package dev.lakelight.runtime;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.SecretSpec;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.lake.Lake;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.ModuleRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs tasks of jobs that someone else runs, such as a workspace: each in a session of its own, several at a time. */
public final class Tasks {

    private final Lake lake;

    private Tasks(Lake lake) {
        this.lake = lake;
    }

    /** Run tasks on a lake. */
    public static Tasks in(Lake lake) {
        return new Tasks(lake);
    }

    /**
     * Run the module of a task and wait. When this thread is interrupted, the run ends soon.
     *
     * @return how it ended, also when it failed
     * @throws dev.lakelight.problem.UserError when there is no such module
     */
    public ModuleRun run(TaskAttempt attempt, Surroundings surroundings) {
        ModuleRunner runner = new ModuleRunner(lake, surroundings.files(), CellStep.PLAIN, surroundings.copies());
        Configuration around =
                new Configuration("", Map.of(), surroundings.settings(), List.of(), surroundings.secrets(), null);
        TaskModules modules = new TaskModules(runner, surroundings.files(), around, surroundings.tags());
        ModuleRun run = modules.run(attempt).run();
        return new ModuleRun(
                run.module(),
                null,
                run.parameters(),
                run.outcome(),
                run.duration(),
                run.cells(),
                run.exitValue(),
                run.problem());
    }

    /**
     * What a task has around it.
     *
     * @param files of the project
     * @param copies folder for a copy of the project, in which relative paths of Python cells and shells are, absolute
     * @param settings of its session
     * @param secrets that its code can read
     * @param tags that its context has, such as {@code user}
     */
    public record Surroundings(
            ProjectFiles files,
            Path copies,
            Map<String, String> settings,
            List<SecretSpec> secrets,
            Map<String, String> tags) {

        public Surroundings {
            requireNonNull(files, "files");
            requireNonNull(copies, "copies");
            settings = Map.copyOf(settings);
            secrets = List.copyOf(secrets);
            tags = Map.copyOf(tags);
        }
    }
}
