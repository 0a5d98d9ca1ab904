package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.Job;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.file.JobSettings;
import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.job.trigger.Triggers;
import dev.lakelight.workspace.repos.RunCheckouts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses settings that cannot be meant, before anything of them is kept. */
final class SettingsCheck {

    private static final int MOST_TASKS = 1000;
    private static final int MOST_RUNS = 1000;
    private static final String JOB_CLUSTER_KEY = "job_cluster_key";
    private static final List<String> COMPUTE =
            List.of("existing_cluster_id", "new_cluster", JOB_CLUSTER_KEY, "environment_key");

    private final TaskClusters clusters;

    SettingsCheck(TaskClusters clusters) {
        this.clusters = clusters;
    }

    /**
     * Check settings.
     *
     * @return the job that they are
     * @throws dev.lakelight.workspace.api.ApiException when they cannot be meant
     */
    Job check(String jobId, ObjectNode settings) {
        if (settings.path("tasks").size() > MOST_TASKS) {
            throw ApiErrors.invalid("A job has %d tasks at most.".formatted(MOST_TASKS));
        }

        Job job = read(jobId, settings);
        job.tasks().stream().flatMap(SettingsCheck::withInner).forEach(SettingsCheck::requireRunnable);
        requireDifferentKeys(job);
        Set<String> shared = jobClusters(settings);
        settings.path("tasks").forEach(task -> checkCompute(task, shared));
        checkNumbers(settings);
        checkGit(settings);
        Triggers.requireValid(settings);
        return job;
    }

    private static Job read(String jobId, ObjectNode settings) {
        try {
            return JobSettings.read(jobId, settings);
        } catch (UserError e) {
            throw ApiErrors.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Stream<Task> withInner(Task task) {
        return task.action() instanceof TaskAction.ForEach each ? Stream.of(task, each.task()) : Stream.of(task);
    }

    private static void requireRunnable(Task task) {
        if (!task.key().matches("[\\w-]{1,100}")) {
            throw ApiErrors.invalid(
                    "The task_key '%s' must have 1 to 100 letters, digits, '-' and '_'.".formatted(task.key()));
        }

        if (task.action() instanceof TaskAction.Unsupported unsupported) {
            throw ApiErrors.invalid("The task '%s' cannot be made: %s".formatted(task.key(), unsupported.reason()));
        }
    }

    private static void requireDifferentKeys(Job job) {
        Set<String> keys = new HashSet<>();
        job.tasks().stream().flatMap(SettingsCheck::withInner).forEach(task -> {
            if (!keys.add(task.key())) {
                throw ApiErrors.invalid("Two tasks have the key '%s'. Rename one of them.".formatted(task.key()));
            }
        });
    }

    private Set<String> jobClusters(ObjectNode settings) {
        Set<String> keys = new HashSet<>();

        for (JsonNode cluster : settings.path("job_clusters")) {
            if (!keys.add(cluster.path(JOB_CLUSTER_KEY).asText())) {
                throw ApiErrors.invalid("Two job clusters have the key '%s'."
                        .formatted(cluster.path(JOB_CLUSTER_KEY).asText()));
            }

            clusters.requireValid(cluster.path("new_cluster"));
        }

        return keys;
    }

    private void checkCompute(JsonNode task, Set<String> shared) {
        String key = task.path("task_key").asText();
        List<String> found = COMPUTE.stream().filter(task::hasNonNull).toList();

        if (found.size() > 1) {
            throw ApiErrors.invalid("The task '%s' has more than one of: %s. Keep one of them."
                    .formatted(key, String.join(", ", found)));
        }

        if (task.hasNonNull(JOB_CLUSTER_KEY)
                && !shared.contains(task.path(JOB_CLUSTER_KEY).asText())) {
            throw ApiErrors.invalid("The task '%s' names the job cluster '%s', which the job does not have."
                    .formatted(key, task.path(JOB_CLUSTER_KEY).asText()));
        }

        if (task.hasNonNull("new_cluster")) {
            clusters.requireValid(task.path("new_cluster"));
        }

        JsonNode inner = task.path("for_each_task").path("task");

        if (inner.isObject()) {
            checkCompute(inner, shared);
        }
    }

    private static void checkNumbers(ObjectNode settings) {
        JsonNode most = settings.path("max_concurrent_runs");

        if (!most.isMissingNode() && (!most.canConvertToInt() || most.asInt() < 0 || most.asInt() > MOST_RUNS)) {
            throw ApiErrors.invalid("max_concurrent_runs must be a number from 0 to %d.".formatted(MOST_RUNS));
        }
    }

    private static void checkGit(ObjectNode settings) {
        JsonNode source = settings.path("git_source");

        if (source.isMissingNode()) {
            return;
        }

        if (source.path("git_provider").asText().isEmpty()) {
            throw ApiErrors.invalid("git_source.git_provider must be one of: github,gitlab,bitbucketcloud,"
                    + "gitlabenterpriseedition,bitbucketserver,azuredevopsservices,githubenterprise,awscodecommit");
        }

        RunCheckouts.requireValid(
                source.path("git_url").asText(), source.path("git_provider").asText());
        List<String> given = Stream.of("git_branch", "git_tag", "git_commit")
                .filter(source::hasNonNull)
                .toList();

        if (given.size() != 1) {
            throw ApiErrors.invalid("git_source needs exactly one of git_branch, git_tag, git_commit.");
        }

        if (source.hasNonNull("git_commit")
                && !source.path("git_commit").asText().matches("[0-9a-fA-F]{7,40}")) {
            throw ApiErrors.invalid("git_source.git_commit must be a commit's hash of 7 to 40 digits.");
        }
    }
}
