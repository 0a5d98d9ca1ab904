package dev.lakelight.job.file;

import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.yaml.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads jobs from files. */
public final class JobReader {

    private final ProjectFiles files;

    /** Create a reader that looks files up here. */
    public JobReader(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Read a job and those that it runs.
     *
     * @throws UserError when there is no such file or job, or with all mistakes of the file that concern the job
     */
    public JobSelection read(JobReference reference) {
        Path path = files.resolve(reference.file());
        YamlFile file = new YamlFile(path, files);
        Optional<JobSelection> selected =
                path.toString().endsWith(".json") ? json(file, reference) : bundle(file, reference);
        requireSound(file);
        return selected.orElseThrow(() -> new IllegalStateException("a job without mistakes that cannot be read"));
    }

    private static Optional<JobSelection> json(YamlFile file, JobReference reference) {
        Optional<Job> job = JsonJob.read(file);
        requireSound(file);
        List<String> names = job.map(Job::name).stream().toList();
        String wanted = wanted(reference, names, file);

        if (!names.contains(wanted)) {
            throw new UserError(JobMessages.noJob(wanted, file.name(), names));
        }

        return job.map(only -> new JobSelection(only, List.of(only)));
    }

    private static Optional<JobSelection> bundle(YamlFile file, JobReference reference) {
        Bundle bundle = Bundle.read(file, reference);
        String wanted = wanted(reference, bundle.keys(), file);
        Optional<JobSelection> selected = bundle.select(wanted);
        requireSound(file);

        if (selected.isEmpty()) {
            throw new UserError(JobMessages.noJob(wanted, file.name(), bundle.keys()));
        }

        return selected;
    }

    private static String wanted(JobReference reference, List<String> there, YamlFile file) {
        if (reference.job() != null) {
            return reference.job();
        }

        if (there.size() != 1) {
            requireSound(file);
            throw new UserError(JobMessages.noJob(null, file.name(), there));
        }

        return there.get(0);
    }

    private static void requireSound(YamlFile file) {
        if (file.isFaulty()) {
            throw file.error();
        }
    }
}
