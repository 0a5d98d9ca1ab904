package dev.lakelight.job.file;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.yaml.YamlMessages;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users are told about faulty job files. */
final class JobMessages {

    private JobMessages() {}

    static String emptyJob() {
        return "The file is empty. A job has at least 'name' and 'tasks'.";
    }

    static String emptyBundle() {
        return "The file is empty. A bundle has 'bundle' with its 'name', and its jobs below 'resources'.";
    }

    static String noJob(@Nullable String wanted, String file, List<String> keys) {
        if (keys.isEmpty()) {
            return "There is no job in %s. Declare one below 'resources', 'jobs'.".formatted(file);
        }

        if (wanted == null) {
            return "%s has %d jobs: %s. Say which one is meant, such as %s#%s."
                    .formatted(file, keys.size(), String.join(", ", keys), file, keys.get(0));
        }

        return "There is no job '%s' in %s. It has: %s.%s"
                .formatted(wanted, file, String.join(", ", keys), YamlMessages.nearest(wanted, keys));
    }

    static String noTasks() {
        return "'tasks' has none. Give at least one.";
    }

    static String notOneKind(List<String> found, List<String> kinds) {
        return found.isEmpty()
                ? "The task does nothing. Give one of: %s.".formatted(String.join(", ", kinds))
                : "The task has more than one kind: %s. Keep one of them.".formatted(String.join(", ", found));
    }

    static String notOneSql(List<String> kinds) {
        return "A sql_task runs one thing. Give one of: %s.".formatted(String.join(", ", kinds));
    }

    static String secondTask(String key, SourceLocation first) {
        return "Two tasks have the key '%s': the first is at %s. Rename one of them.".formatted(key, first);
    }

    static String unknownDependency(String key, Collection<String> tasks) {
        return "There is no task '%s'. The job has: %s.%s"
                .formatted(key, String.join(", ", tasks), YamlMessages.nearest(key, tasks));
    }

    static String selfDependency(String key) {
        return "The task '%s' depends on itself. Remove the dependency.".formatted(key);
    }

    static String circle(List<String> keys) {
        return "Tasks depend on each other in a circle: %s. Remove one of these dependencies."
                .formatted(String.join(" -> ", keys));
    }

    static String circleOfJobs(List<String> keys) {
        return "Jobs run each other in a circle: %s. Remove one of these run_job_tasks."
                .formatted(String.join(" -> ", keys));
    }

    static String outcomeOfOther(String key, String kind) {
        return "'outcome' is for dependencies on a condition_task, but '%s' is a %s. Remove it.".formatted(key, kind);
    }

    static String notAnOutcome(String outcome) {
        return "The outcome of a condition is 'true' or 'false', not '%s'.".formatted(outcome);
    }

    static String notOneOf(String label, String found, Collection<String> accepted) {
        return "'%s' is no %s. Accepted are: %s.%s"
                .formatted(found, label, String.join(", ", accepted), YamlMessages.nearest(found, accepted));
    }

    static String nestedForEach() {
        return "The task of a for_each_task cannot be another for_each_task.";
    }

    static String dependingIteration() {
        return "The task of a for_each_task waits for nothing. Put 'depends_on' to the for_each_task.";
    }

    static String concurrency(int found) {
        return "'concurrency' must be from 1 to 100, but is %d.".formatted(found);
    }

    static String retries() {
        return "'max_retries' must be a whole number, or -1 for no limit.";
    }

    static String notACron(String cron, String reason) {
        return "'%s' is no cron expression of Quartz: %s. Write it such as 0 30 6 * * ? with second, minute, hour, day, month and day of the week."
                .formatted(cron, reason);
    }

    static String notATimeZone(String zone) {
        return "'%s' is no time zone. Write it such as Europe/Berlin or UTC.".formatted(zone);
    }

    static String selfRunJob() {
        return "The job runs itself. Name another job.";
    }

    static String secondParameter(String name) {
        return "Two parameters have the name '%s'. Remove one of them.".formatted(name);
    }

    static String noFile(String what, String path, Collection<String> lookedAt) {
        return "There is no %s '%s'. Looked at: %s.".formatted(what, path, String.join(", ", lookedAt));
    }

    static String secondJob(String key, SourceLocation first) {
        return "Two jobs have the key '%s': the first is at %s. Rename one of them.".formatted(key, first);
    }

    static String notAPattern(String pattern, String reason) {
        return "'include' has '%s', which is no pattern of files: %s. Write it such as resources/*.yml."
                .formatted(pattern, reason);
    }

    static String includesNothing(String pattern) {
        return "'include' names '%s', but there is no such file.".formatted(pattern);
    }

    static String noTarget(String wanted, Collection<String> targets) {
        return targets.isEmpty()
                ? "There is no target '%s': the bundle declares none.".formatted(wanted)
                : "There is no target '%s'. The bundle has: %s.%s"
                        .formatted(wanted, String.join(", ", targets), YamlMessages.nearest(wanted, targets));
    }

    static String whichTarget(Collection<String> targets) {
        return "The bundle has several targets and no default: %s. Name one with 'target', or mark one with 'default: true'."
                .formatted(String.join(", ", targets));
    }

    static String twoDefaults(String first, String second) {
        return "Both targets '%s' and '%s' are marked with 'default: true'. Mark one of them.".formatted(first, second);
    }

    static String unknownReference(String path, Collection<String> variables) {
        return path.startsWith("var.") ? unknownVariable(path.substring("var.".length()), variables) : noSuchPath(path);
    }

    private static String noSuchPath(String path) {
        return "${%s} refers to nothing in the bundle. Correct it, or declare what it refers to.".formatted(path);
    }

    static String unknownVariable(String name, Collection<String> variables) {
        return variables.isEmpty()
                ? "There is no variable '%s': the bundle declares none.".formatted(name)
                : "There is no variable '%s'. The bundle has: %s.%s"
                        .formatted(name, String.join(", ", variables), YamlMessages.nearest(name, variables));
    }

    static String noValue(String variable) {
        return "The variable '%s' has no value: give it a 'default', a value in the target, or one under 'variables' of the run."
                .formatted(variable);
    }

    static String lookup(String variable) {
        return ("The variable '%s' is looked up in a workspace, which there is none of here. Give it a value under 'variables'"
                        + " of the run.")
                .formatted(variable);
    }

    static String circularReference(Collection<String> paths) {
        return "References go in a circle: ${%s}.".formatted(String.join("} -> ${", paths));
    }

    static String notText(String path) {
        return "${%s} is a list or a mapping and cannot stand within a text.".formatted(path);
    }
}
