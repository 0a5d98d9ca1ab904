package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.run.AttemptOutput;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a task has left, on the wire.
 *
 * @param metadata the run itself
 */
record OutputView(ObjectNode metadata, StoredTaskRun run, AttemptOutput output) {

    /** Of results and logs this many characters are told. */
    private static final int MOST = 5 << 20;

    ObjectNode view() {
        ObjectNode view = WireJson.mapper().createObjectNode();
        view.set("metadata", metadata);
        JsonNode task = metadata.path("task");

        if (task.has("notebook_task")) {
            notebook(view.putObject("notebook_output"));
        } else if (task.has("sql_task")) {
            view.putObject("sql_output").putObject("query_output").put("query_text", text());
        } else if (task.has("spark_jar_task") || task.has("spark_python_task")) {
            logs(view);
        }

        if (run.childRunId() != null) {
            view.putObject("run_job_output").put("run_id", run.childRunId());
        }

        error(view);
        return view;
    }

    private void notebook(ObjectNode notebook) {
        @Nullable String result = run.value();
        boolean truncated = result != null && result.length() > MOST;

        if (result != null) {
            notebook.put("result", truncated ? result.substring(0, MOST) : result);
        }

        notebook.put("truncated", truncated);
    }

    private void logs(ObjectNode view) {
        String logs = text();
        boolean truncated = logs.length() > MOST;
        view.put("logs", truncated ? logs.substring(logs.length() - MOST) : logs);
        view.put("logs_truncated", truncated);
    }

    private String text() {
        ModuleRun module = output.module();
        return module == null ? "" : module.cells().stream().map(CellRun::text).collect(Collectors.joining());
    }

    private void error(ObjectNode view) {
        Problem problem = output.module() == null ? null : output.module().problem();
        String message = output.error().isEmpty() && problem != null ? problem.message() : output.error();
        String trace = output.trace().isEmpty() && problem != null ? problem.trace() : output.trace();
        boolean isFailed = run.standing().lifeCycle().isOver()
                && "FAILED".equals(run.standing().result());

        if (!message.isEmpty()) {
            view.put("error", message);
        } else if (isFailed) {
            view.put("error", run.standing().message());
        }

        if (!trace.isEmpty()) {
            view.put("error_trace", trace);
        }
    }
}
