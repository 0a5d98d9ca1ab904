package dev.lakelight.job.file;

import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.yaml.YamlFile;
import java.nio.file.Path;
import java.util.List;

/** Reads jobs from files. */
public final class JobReader {

    private final ProjectFiles files;

    /** Create a reader that looks files up here. */
    public JobReader(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Read a job and those beside it.
     *
     * @throws UserError when there is no such file or job, or with all mistakes of the file
     */
    public JobSelection read(JobReference reference) {
        Path path = files.resolve(reference.file());
        YamlFile file = new YamlFile(path, files);
        List<Job> jobs = path.toString().endsWith(".json")
                ? JsonJob.read(file).stream().toList()
                : Bundle.read(file, reference).jobs();

        if (file.isFaulty()) {
            throw file.error();
        }

        return new JobSelection(choose(jobs, reference, file.name()), jobs);
    }

    private static Job choose(List<Job> jobs, JobReference reference, String file) {
        if (reference.job() == null && jobs.size() == 1) {
            return jobs.get(0);
        }

        return jobs.stream()
                .filter(job -> job.key().equals(reference.job()))
                .findFirst()
                .or(() -> jobs.stream()
                        .filter(job -> job.name().equals(reference.job()))
                        .findFirst())
                .orElseThrow(() -> new UserError(JobMessages.noJob(reference.job(), file, jobs)));
    }
}
