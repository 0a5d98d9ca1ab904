package dev.lakelight.dbutils;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What {@code dbutils.notebook.getContext} tells of a run. The official API reads its fields by their names. There is no workspace:
 * what only that has, such as {@code apiToken}, is empty.
 */
public final class CommandContext {

    private static final String NOTEBOOK_PATH = "notebook_path";

    private final Option<RunId> rootRunId;
    private final Option<RunId> currentRunId;
    private final Option<String> jobGroup;
    private final Map<String, String> tags;
    private final Map<String, String> extraContext;

    private CommandContext(
            RunIdentity run, java.util.Map<String, String> tags, java.util.Map<String, String> extraContext) {
        this.rootRunId = Option.apply(new RunId(run.rootId()));
        this.currentRunId = Option.apply(new RunId(run.id()));
        this.jobGroup = Option.empty();
        this.tags = scalaMap(tags);
        this.extraContext = scalaMap(extraContext);
    }

    /** Create the context of a run. */
    public static CommandContext of(RunIdentity run) {
        java.util.Map<String, String> tags = new LinkedHashMap<>();
        tags.put("user", System.getProperty("user.name"));
        tags.put("clusterId", run.clusterId());
        tags.put("runId", String.valueOf(run.id()));
        Optional.ofNullable(run.task().task()).ifPresent(task -> tags.put("taskKey", task));
        tags.putAll(run.task().tags());

        return new CommandContext(run, tags, java.util.Map.of(NOTEBOOK_PATH, run.notebookPath()));
    }

    private static Map<String, String> scalaMap(java.util.Map<String, String> map) {
        return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(map));
    }

    /** Return the id of the run that nobody called. */
    public Option<RunId> rootRunId() {
        return rootRunId;
    }

    /** Return the id of the run. It is there: notebooks run as in a job. */
    public Option<RunId> currentRunId() {
        return currentRunId;
    }

    /** Return nothing. */
    public Option<String> jobGroup() {
        return jobGroup;
    }

    /**
     * Return {@code user}, {@code clusterId}, {@code runId}, and in a job {@code taskKey}, {@code jobId}, and its run's id as
     * {@code idInJob} and {@code multitaskParentRunId}.
     */
    public Map<String, String> tags() {
        return tags;
    }

    /** Return one of them, as Scala cells write it: {@code getContext.tags("user")}. */
    public String tags(String name) {
        return tags.apply(name);
    }

    /** Return {@code notebook_path}. */
    public Map<String, String> extraContext() {
        return extraContext;
    }

    /** Return the path of the notebook that was run, from the project's folder, without extension, beginning with a slash. */
    public Option<String> notebookPath() {
        return extraContext.get(NOTEBOOK_PATH);
    }

    /** Return the id of Spark's application. */
    public Option<String> clusterId() {
        return tags.get("clusterId");
    }

    /** Return the id of the job, as {@code {{job.id}}} has it, or nothing outside of one. */
    public Option<String> jobId() {
        return tags.get("jobId");
    }

    /** Return the id of the job's run, as {@code {{job.run_id}}} has it, or nothing outside of one. */
    public Option<String> idInJob() {
        return tags.get("idInJob");
    }

    /** Return nothing: there is no workspace. */
    public Option<String> apiUrl() {
        return Option.empty();
    }

    /** Return nothing: there is no workspace. */
    public Option<String> apiToken() {
        return Option.empty();
    }

    /** Return nothing: there is no workspace. */
    public Option<String> workspaceId() {
        return Option.empty();
    }

    /** Return nothing: there is no workspace. */
    public Option<String> browserHostName() {
        return Option.empty();
    }

    /** Return it as JSON, with the keys that Databricks has. */
    public String toJson() {
        java.util.Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rootRunId", java.util.Map.of("id", rootRunId.get().id()));
        json.put("currentRunId", java.util.Map.of("id", currentRunId.get().id()));
        json.put("jobGroup", null);
        json.put("tags", CollectionConverters.asJava(tags));
        json.put("extraContext", CollectionConverters.asJava(extraContext));
        return text(json);
    }

    /** Return tags and path as JSON, below {@code attributes}, as newer runtimes have it. */
    public String safeToJson() {
        java.util.Map<String, @Nullable Object> attributes = new LinkedHashMap<>(CollectionConverters.asJava(tags));
        attributes.putAll(CollectionConverters.asJava(extraContext));
        attributes.put("currentRunId", String.valueOf(currentRunId.get().id()));
        attributes.put("rootRunId", String.valueOf(rootRunId.get().id()));
        return text(java.util.Map.of("attributes", attributes));
    }

    private static String text(java.util.Map<String, ?> json) {
        try {
            return JsonMapper.builder().build().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    @Override
    public String toString() {
        return toJson();
    }
}
