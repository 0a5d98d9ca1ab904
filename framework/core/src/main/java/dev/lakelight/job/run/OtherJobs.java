package dev.lakelight.job.run;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.JobRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs jobs for run-job tasks. */
@FunctionalInterface
public interface OtherJobs {

    /**
     * Run another job and wait for it. When the thread is interrupted, the other run is to be cancelled.
     *
     * @throws RuntimeException when it could not be run at all; the attempt has failed then
     */
    JobRun run(Call call);

    /**
     * What a task asks for.
     *
     * @param jobId of the other job
     * @param parameters that the task gives it
     * @param pushed parameters of the job that the task belongs to; those that the other job has too go to it
     * @param taskRunId run id of the attempt
     */
    record Call(String jobId, Map<String, String> parameters, Map<String, String> pushed, long taskRunId) {

        public Call {
            requireNonNull(jobId, "jobId");
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            pushed = Collections.unmodifiableMap(new LinkedHashMap<>(pushed));
        }
    }
}
