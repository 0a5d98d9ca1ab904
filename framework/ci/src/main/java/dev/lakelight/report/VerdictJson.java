package dev.lakelight.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BuildServerRun;
import dev.lakelight.branch.Fact;
import dev.lakelight.branch.WorkTree;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.verdict.Counts;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdict for programs. Its shape is that of the JSON Schema {@code verdict.schema.json} beside this class; fields that
 * have nothing to say are left out.
 */
final class VerdictJson {

    /** Raised when a reader of the shape before would misunderstand the new one. */
    static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private VerdictJson() {}

    static String of(Report report) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("verdict", report.verdict().colour().name());
        root.set("reasons", strings(report.verdict().reasons()));
        root.put("project", report.run().project());
        root.set("configuration", map(Secrets.redacted(report.run().configuration())));
        root.set("branch", branch(report.branch()));
        putObject(root, "buildServer", buildServer(report.branch().server()));
        root.set("counts", countsByKind(report));
        root.set("times", times(report));
        root.set("versions", map(report.suite().versions()));
        root.set("clusters", clusters(report.suite()));
        root.set("tests", TestJson.of(report));
        return text(root);
    }

    private static ObjectNode branch(BranchFacts facts) {
        ObjectNode node = MAPPER.createObjectNode();
        putFact(node, "name", facts.branch());
        putFact(node, "commit", facts.commit());
        put(node, "checkedOut", facts.head());
        node.put("workTree", facts.workTree().state().name().toLowerCase(Locale.ROOT));
        putFact(node, "reference", facts.referenceBranch());
        putFact(node, "mergeBase", facts.mergeBase());
        put(node, "contradiction", facts.contradiction());
        putList(node, "notes", facts.notes());

        if (facts.workTree().state() == WorkTree.State.DIRTY) {
            node.put("changes", facts.workTree().changes());
            putList(node, "changedFiles", facts.workTree().examples());
        }

        return node;
    }

    private static @Nullable ObjectNode buildServer(@Nullable BuildServerRun run) {
        if (run == null) {
            return null;
        }

        ObjectNode node = MAPPER.createObjectNode().put("name", run.name());
        put(node, "link", run.link());
        put(node, "pullRequest", run.pullRequest());
        return node;
    }

    private static ObjectNode countsByKind(Report report) {
        ObjectNode node = counts(report.counts());
        ObjectNode kinds = node.putObject("byKind");
        Counts.byKind(report.suite().tests()).forEach((kind, counts) -> kinds.set(kind.name(), counts(counts)));
        return node;
    }

    private static ObjectNode counts(Counts counts) {
        return MAPPER.createObjectNode()
                .put("total", counts.total())
                .put("passed", counts.passed())
                .put("failed", counts.failed())
                .put("errors", counts.errors())
                .put("skipped", counts.skipped())
                .put("lost", counts.lost());
    }

    private static ObjectNode times(Report report) {
        ObjectNode node = MAPPER.createObjectNode();
        put(node, "startedAt", report.suite().startedAt());
        put(node, "finishedAt", report.suite().finishedAt());
        return node.put("wallMillis", report.run().wallTime().toMillis());
    }

    private static ArrayNode clusters(SuiteResult suite) {
        ArrayNode array = MAPPER.createArrayNode();

        for (SuiteResult.ClusterStart cluster : suite.clusters()) {
            array.addObject()
                    .put("description", cluster.description())
                    .put("executors", cluster.executors())
                    .put("startMillis", cluster.startMillis());
        }

        return array;
    }

    static void put(ObjectNode node, String field, @Nullable Object value) {
        if (value != null) {
            node.put(field, value.toString());
        }
    }

    static void putObject(ObjectNode node, String field, @Nullable ObjectNode value) {
        if (value != null) {
            node.set(field, value);
        }
    }

    static void putList(ObjectNode node, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            node.set(field, strings(values));
        }
    }

    static ObjectNode map(Map<String, String> values) {
        ObjectNode node = MAPPER.createObjectNode();
        values.forEach(node::put);
        return node;
    }

    private static void putFact(ObjectNode node, String field, @Nullable Fact fact) {
        if (fact != null) {
            node.put(field, fact.value());
            node.put(field + "From", fact.origin().name().toLowerCase(Locale.ROOT));
        }
    }

    private static ArrayNode strings(Collection<String> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    private static String text(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
