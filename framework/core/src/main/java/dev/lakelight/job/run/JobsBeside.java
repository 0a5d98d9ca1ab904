package dev.lakelight.job.run;

import dev.lakelight.job.JobSelection;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.JobRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs jobs that were read together with the one whose task runs them. */
record JobsBeside(JobRunner runner, JobRunner.JobRequest request) implements OtherJobs {

    @Override
    public JobRun run(Call call) {
        JobSelection other = request.selection().other(call.jobId()).orElseThrow(() -> noJob(call.jobId()));
        Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
        call.pushed().forEach((name, value) -> {
            if (other.job().parameters().containsKey(name)) {
                parameters.put(name, value);
            }
        });
        return runner.run(request.child(other, parameters));
    }

    private static UserError noJob(String id) {
        return new UserError(
                "There is no job with the id %s beside this one. Refer to a job of the bundle as ${resources.jobs.<key>.id}."
                        .formatted(id));
    }
}
