package dev.lakelight.job.run;

/** Runs modules for tasks. Called by several threads at a time. */
@FunctionalInterface
public interface TaskRunner {

    /**
     * Run the module of a notebook, JAR, Python or SQL file task, and wait for it. When its thread is interrupted it is to end soon.
     *
     * @return how it ended, also when the module failed
     * @throws RuntimeException when it could not be run at all; the attempt has failed then
     */
    TaskEnd run(TaskAttempt attempt);
}
