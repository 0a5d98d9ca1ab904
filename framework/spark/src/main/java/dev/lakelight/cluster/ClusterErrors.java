package dev.lakelight.cluster;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.time.Duration;

/** What users are told when a cluster cannot be had. */
final class ClusterErrors {

    private ClusterErrors() {}

    static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new UserError(
                    "The cluster's number of " + what + " is " + value + ". It must be a whole number of at least 1.");
        }
    }

    static EnvironmentError foreignContext(String applicationName) {
        return new EnvironmentError("""
                Cannot start a cluster: this JVM already runs a SparkContext that Lakelight did not start ('%s'). \
                A JVM can have one only. Stop it (SparkSession.stop()) before the first Lakelight test, \
                or take the session from the test's Lake.""".formatted(applicationName));
    }

    static EnvironmentError noDelta() {
        return new EnvironmentError("""
                Cannot start a cluster: Delta Lake is not on the class path (no class io.delta.sql.DeltaSparkSessionExtension). \
                Add io.delta:delta-spark_2.13, or for an older Spark line io.delta:delta-spark_<line>_2.13, with scope provided or test.""");
    }

    static EnvironmentError startFailed(ClusterSpec spec, Throwable cause) {
        return new EnvironmentError(
                "Cannot start the cluster (" + spec.description() + "): " + cause.getMessage(), cause);
    }

    static EnvironmentError executorFailed(ClusterSpec spec, LostExecutor lost) {
        String ended = "executor %s ended with exit code %d before all had registered with the driver."
                .formatted(lost.id(), lost.exitCode());
        return executor(spec, ended + output("executor " + lost.id(), lost.output(), lost.log()));
    }

    static String noExecutorLeft(ClusterSpec spec, int failedStarts, LostExecutor last) {
        String given = "The cluster (%s) has no executor left, and starts no other after %d that failed in a row (%s): "
                .formatted(spec.description(), failedStarts, ExecutorCommand.MOST_FAILED_STARTS);
        String ended = "executor %s ended with exit code %d before it had registered with the driver."
                .formatted(last.id(), last.exitCode());
        return given + ended + output("executor " + last.id(), last.output(), last.log());
    }

    static EnvironmentError executorLate(ClusterSpec spec, Duration timeout, ExecutorProcess late) {
        String waited = "executor %s did not register with the driver within %d s (property %s)."
                .formatted(late.id(), timeout.toSeconds(), ClusterProperties.TIMEOUT);
        return executor(spec, waited + output("executor " + late.id(), late.output(), late.log()));
    }

    static EnvironmentError noExecutor(ClusterSpec spec, Duration timeout) {
        return executor(
                spec,
                ("no executor registered with the driver within %d s (property %s). Look at its workers: do they run, have they cores"
                                + " and memory left for an executor, and do they reach this machine at the address in spark.driver.host?")
                        .formatted(timeout.toSeconds(), ClusterProperties.TIMEOUT));
    }

    static EnvironmentError masterLost(ClusterSpec spec) {
        return executor(
                spec,
                "the master cannot be reached, or has refused this application. Is the URL right, and does it run?");
    }

    private static EnvironmentError executor(ClusterSpec spec, String problem) {
        return new EnvironmentError("Cannot start the cluster (" + spec.description() + "): " + problem);
    }

    private static String output(String executor, String output, Path log) {
        if (output.isBlank()) {
            return " It wrote nothing.";
        }
        return " The end of what %s wrote (%s):\n%s"
                .formatted(
                        executor,
                        ClusterDirectory.shown(log),
                        output.stripTrailing().indent(2).stripTrailing());
    }

    static EnvironmentError stillLeased(ClusterSpec wanted, String running, String holders) {
        return new EnvironmentError("""
                Cannot start the cluster (%s): a JVM runs one at a time, and the running one (%s) is still in use by %s. \
                Nothing was taken or returned meanwhile. A test that hangs, or a Cluster that is never closed, looks like this.""".formatted(wanted.description(), running, holders));
    }
}
