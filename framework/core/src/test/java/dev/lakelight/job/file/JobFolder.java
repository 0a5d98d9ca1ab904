package dev.lakelight.job.file;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lakelight.job.Job;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with job files. */
public record JobFolder(Path path) {

    /** Write a file and the folders that it needs. */
    public JobFolder with(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read the only job of a bundle with these tasks, as YAML. */
    public Job jobWithTasks(String tasks) {
        return with("databricks.yml", BUNDLE + tasks.indent(8)).job("databricks.yml");
    }

    public static final String BUNDLE = """
            bundle: { name: retail }
            resources:
              jobs:
                nightly:
                  name: Nightly
                  tasks:
            """;

    public Job job(String reference) {
        return read(JobReference.of(reference));
    }

    Job read(JobReference reference) {
        return reader().read(reference).job();
    }

    /** Return the reader of this folder's jobs. */
    public JobReader reader() {
        return new JobReader(ProjectFiles.of(path, List.of()));
    }

    String mistakesOf(String reference) {
        return mistakesOf(JobReference.of(reference));
    }

    String mistakesOf(JobReference reference) {
        return catchThrowableOfType(UserError.class, () -> read(reference)).getMessage();
    }
}
