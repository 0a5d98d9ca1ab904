package dev.lakelight.report;

import static dev.lakelight.report.VerdictJson.put;
import static dev.lakelight.report.VerdictJson.putObject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.TaskRun;

/** The jobs in {@code verdict.json}. Modules that their tasks have run are among the runs of the test. */
final class JobJson {

    private JobJson() {}

    static ObjectNode of(JobRun run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", run.name());
        putObject(node, "source", TestJson.location(run.source()));
        put(node, "configuration", run.configuration());
        node.set("parameters", VerdictJson.map(Secrets.redacted(run.parameters())));
        node.put("state", run.state().name());
        put(node, "startedAt", run.startedAt());
        node.put("durationMillis", run.duration().toMillis());
        run.tasks().forEach(task -> node.withArrayProperty("tasks").add(task(task)));
        return node;
    }

    private static ObjectNode task(TaskRun task) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("key", task.key());
        node.put("kind", task.kind());
        node.put("state", task.state().name());
        put(node, "startedAt", task.startedAt());
        node.put("durationMillis", task.duration().toMillis());
        node.put("attempts", task.attempts().size());
        put(node, "value", task.value());
        putObject(node, "problem", TestJson.problem(task.problem()));
        task.dependsOn().forEach(edge -> node.withArrayProperty("dependsOn").add(edge(edge)));
        task.iterations().forEach(one -> node.withArrayProperty("iterations").add(task(one)));
        putObject(node, "job", task.job() == null ? null : of(task.job()));
        return node;
    }

    private static ObjectNode edge(TaskRun.Edge edge) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("task", edge.task());
        put(node, "outcome", edge.outcome());
        return node;
    }
}
