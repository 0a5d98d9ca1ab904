package dev.lakelight.runtime;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.Placeholders;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.file.JobReader;
import dev.lakelight.job.file.JobReference;
import dev.lakelight.job.run.JobRunner;
import dev.lakelight.lake.Lake;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.JobRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on one lake: bundles and jobs as JSON, with the semantics of Databricks. Tasks that do not wait for each other run at
 * the same time on the lake's cluster, each module in a session of its own. Schedules start nothing here.
 */
public final class Jobs {

    private static final int LEAST_AT_ONCE = 2;

    private final Lake lake;
    private final ProjectFiles files;
    private final Placeholders placeholders;
    private final Consumer<JobRun> listener;

    private Jobs(Lake lake, ProjectFiles files, Consumer<JobRun> listener) {
        this.lake = lake;
        this.files = files;
        this.placeholders = Notebooks.placeholders(lake, files);
        this.listener = listener;
    }

    /** Run jobs on a lake; job files and notebooks are looked up in the files. */
    public static Jobs in(Lake lake, ProjectFiles files) {
        return new Jobs(lake, files, run -> {});
    }

    /** Return the same with a listener that is told of every run when it has ended; jobs that it has run are part of it. */
    public Jobs onRun(Consumer<JobRun> next) {
        return new Jobs(lake, files, listener.andThen(next));
    }

    /** Run a job with its default parameters: {@code path}, or {@code path#job} for one of several. */
    public JobRun run(String job) {
        return run(job, Map.of());
    }

    /**
     * Run a job. A failing task does not throw: ask the run.
     *
     * @param job path of a bundle's {@code databricks.yml} or of a job as JSON, and behind a {@code #} the key of the job
     * @param parameters values in place of the job's defaults
     * @throws dev.lakelight.problem.UserError when there is no such job, it cannot be read, or has no such parameter
     */
    public JobRun run(String job, Map<String, String> parameters) {
        return run(JobReference.of(job), null, parameters);
    }

    /**
     * Run a job under a configuration, or under none when that is null. Of the configuration's parameters the job is given
     * those that it has.
     */
    public JobRun run(JobReference job, @Nullable Configuration configuration, Map<String, String> parameters) {
        JobSelection selection = new JobReader(files).read(job.with(placeholders.resolve(job.variables())));
        Map<String, String> values = new LinkedHashMap<>();

        if (configuration != null) {
            values.putAll(configuration.parameters());
            values.keySet().retainAll(selection.job().parameters().keySet());
        }

        values.putAll(parameters);
        JobRun run = runner(configuration).run(selection, placeholders.resolve(values), nameOf(configuration));
        listener.accept(run);
        return run;
    }

    private JobRunner runner(@Nullable Configuration configuration) {
        TaskModules modules = new TaskModules(new ModuleRunner(lake, files), files, configuration);
        return new JobRunner(
                modules, Math.max(LEAST_AT_ONCE, Runtime.getRuntime().availableProcessors()));
    }

    private static @Nullable String nameOf(@Nullable Configuration configuration) {
        return configuration == null ? null : configuration.name();
    }
}
