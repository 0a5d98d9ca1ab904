package dev.lakelight.job.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.job.Job;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads jobs from their settings, as clients of the Jobs API send them. Files that tasks name need not be there yet, and keys that
 * are unknown have no effect: clients may be newer than this.
 */
public final class JobSettings {

    private static final Path NAME = Path.of("job settings");

    private JobSettings() {}

    /**
     * Read a job with an array of tasks.
     *
     * @param id by which run-job tasks refer to it
     * @throws UserError with all mistakes, when there are some
     */
    public static Job read(String id, JsonNode settings) {
        YamlFile file = new YamlFile(NAME, ProjectFiles.of(Path.of(""), List.of()));
        YamlValue value = new YamlValue(file, "The job", JsonNodes.of(settings));
        Optional<Job> job = new JobParser(Reading.ofSettings(file), JobIdentity.alone(id)).parse(value);

        if (file.isFaulty()) {
            throw new UserError(String.join(" ", file.messages()));
        }

        return job.orElseThrow(() -> new IllegalStateException("a job without mistakes that cannot be read"));
    }
}
