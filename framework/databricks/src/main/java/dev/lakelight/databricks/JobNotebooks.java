package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.problem.UserError;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where the tasks of a given job take their notebooks and files from: what they run has to be what is tested. */
final class JobNotebooks {

    /** What starts a job by itself, tells people of it, or says who it acts for is not for a copy. */
    private static final List<String> NOT_COPIED = List.of(
            "schedule",
            "trigger",
            "continuous",
            "email_notifications",
            "webhook_notifications",
            "notification_settings",
            "run_as",
            "deployment",
            "edit_mode");

    private JobNotebooks() {}

    /**
     * Insist that a task takes its notebook from a folder.
     *
     * @throws UserError when none does: the job would run something else than what is tested
     */
    static void requireSomeBelow(String folder, JsonNode job) {
        if (paths(job).noneMatch(path -> path.startsWith(folder + "/"))) {
            throw new UserError(
                    "No task of the job takes its notebook from the Git folder %s. Say the folder that its tasks use."
                            .formatted(folder));
        }
    }

    /**
     * Return the settings of a job that takes its notebooks from the repository, at the tested commit.
     *
     * @throws UserError when a task takes one from elsewhere
     */
    static ObjectNode atCommit(JsonNode job, TestedSource source) {
        paths(job).filter(path -> path.startsWith("/")).findFirst().ifPresent(path -> {
            throw new UserError(
                    "The job takes %s from the workspace, and not from the repository at the tested commit. Let it take its notebooks from git, or say its Git folder."
                            .formatted(path));
        });
        ObjectNode copy = job.deepCopy();
        copy.remove(NOT_COPIED);
        copy.put("max_concurrent_runs", 1);
        copy.putObject("git_source")
                .put("git_url", source.url())
                .put("git_provider", source.provider())
                .put("git_commit", source.commit());
        tasks(copy).forEach(JobNotebooks::takeFromGit);
        return copy;
    }

    private static void takeFromGit(JsonNode task) {
        Stream.of(
                        task.path("notebook_task"),
                        task.path("spark_python_task"),
                        task.path("sql_task").path("file"),
                        task.path("dbt_task"))
                .filter(ObjectNode.class::isInstance)
                .forEach(file -> ((ObjectNode) file).put("source", "GIT"));
    }

    private static Stream<JsonNode> tasks(JsonNode job) {
        return StreamSupport.stream(job.path("tasks").spliterator(), false)
                .map(task ->
                        task.has("for_each_task") ? task.path("for_each_task").path("task") : task);
    }

    private static Stream<String> paths(JsonNode job) {
        return tasks(job)
                .flatMap(task -> Stream.of(
                        task.path("notebook_task").path("notebook_path"),
                        task.path("spark_python_task").path("python_file"),
                        task.path("sql_task").path("file").path("path"),
                        task.path("dbt_task").path("project_directory")))
                .map(JsonNode::asText)
                .filter(path -> !path.isEmpty());
    }
}
