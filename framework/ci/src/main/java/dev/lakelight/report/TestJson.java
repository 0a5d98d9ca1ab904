package dev.lakelight.report;

import static dev.lakelight.report.VerdictJson.put;
import static dev.lakelight.report.VerdictJson.putList;
import static dev.lakelight.report.VerdictJson.putObject;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.LastWrite;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tests in {@code verdict.json}. */
final class TestJson {

    private static final int MESSAGE_LIMIT = 10_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TestJson() {}

    static ArrayNode of(Report report) {
        DifferenceFiles files = DifferenceFiles.of(report);
        ArrayNode array = NODES.arrayNode();
        report.suite().tests().forEach(test -> array.add(test(test, files)));
        return array;
    }

    private static ObjectNode test(TestResult test, DifferenceFiles files) {
        TestIdentity identity = test.identity();
        ObjectNode node = NODES.objectNode();
        node.put("id", identity.id());
        node.put("kind", identity.kind().name());
        node.put("suite", identity.suite());
        node.put("name", identity.name());
        putObject(node, "source", location(identity.source()));
        node.put("status", test.status().name());
        put(node, "startedAt", test.startedAt());
        node.put("durationMillis", test.duration().toMillis());
        putObject(node, "problem", problem(test.problem()));
        FailedCell.of(test).ifPresent(failed -> node.set("failedCell", failedCell(failed)));
        test.runs().forEach(run -> node.withArrayProperty("runs").add(run(run)));
        test.jobs().forEach(job -> node.withArrayProperty("jobs").add(JobJson.of(job)));
        test.differences().forEach(one -> node.withArrayProperty("differences").add(difference(one, files)));
        return node;
    }

    static @Nullable ObjectNode problem(@Nullable Problem problem) {
        if (problem == null) {
            return null;
        }

        ObjectNode node = NODES.objectNode();
        node.put("type", problem.type());
        node.put("message", PlainText.cut(problem.message(), MESSAGE_LIMIT));
        putObject(node, "location", location(problem.location()));
        return node;
    }

    private static ObjectNode failedCell(FailedCell failed) {
        ObjectNode node = NODES.objectNode();
        node.put("module", failed.run().module());
        node.put("number", failed.cell().number());
        putObject(node, "source", location(failed.cell().source()));
        return node;
    }

    static @Nullable ObjectNode location(@Nullable SourceLocation location) {
        if (location == null) {
            return null;
        }

        ObjectNode node = NODES.objectNode().put("file", location.file());
        return location.line() == 0 ? node : node.put("line", location.line());
    }

    private static ObjectNode run(ModuleRun run) {
        ObjectNode node = NODES.objectNode();
        node.put("module", run.module());
        put(node, "configuration", run.configuration());
        node.set("parameters", VerdictJson.map(Secrets.redacted(run.parameters())));
        node.put("outcome", run.outcome().name());
        node.put("durationMillis", run.duration().toMillis());
        put(node, "exitValue", run.exitValue());
        putObject(node, "problem", problem(run.problem()));
        run.cells().forEach(cell -> node.withArrayProperty("cells").add(cell(cell)));
        return node;
    }

    private static ObjectNode cell(CellRun cell) {
        ObjectNode node = NODES.objectNode();
        node.put("number", cell.number());
        node.put("language", cell.language());
        put(node, "title", cell.title());
        putObject(node, "source", location(cell.source()));
        node.put("status", cell.status().name());
        node.put("durationMillis", cell.duration().toMillis());
        cell.warnings().forEach(warning -> node.withArrayProperty("warnings").add(warning(warning)));
        return node;
    }

    private static ObjectNode warning(Warning warning) {
        ObjectNode node = NODES.objectNode().put("text", PlainText.cut(warning.text(), MESSAGE_LIMIT));
        putObject(node, "source", location(warning.source()));
        return node;
    }

    private static ObjectNode difference(TableDifference difference, DifferenceFiles files) {
        ObjectNode node = NODES.objectNode();
        node.put("table", difference.table());
        node.put("expectation", difference.expectation());
        node.put("missing", difference.missing());
        node.put("unexpected", difference.unexpected());
        node.put("changed", difference.changed());
        putList(node, "schema", difference.schemaTree());
        putList(node, "columns", difference.columns());
        putList(node, "key", difference.key());
        putObject(node, "lastWrite", lastWrite(difference.lastWrite()));
        difference.rows().forEach(row -> node.withArrayProperty("rows").add(row(row)));
        put(node, "file", files.of(difference));
        return node;
    }

    private static @Nullable ObjectNode lastWrite(@Nullable LastWrite write) {
        if (write == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode().put("operation", write.operation());
        if (write.cell() > 0) {
            node.put("cell", write.cell());
        }
        put(node, "title", write.title());
        putObject(node, "source", location(write.source()));
        return node;
    }

    private static ObjectNode row(TableDifference.RowDifference row) {
        ObjectNode node = NODES.objectNode().put("kind", row.kind().name());
        putCells(node, "expected", row.expected());
        putCells(node, "actual", row.actual());
        return node.put("count", row.count());
    }

    private static void putCells(ObjectNode node, String field, @Nullable List<@Nullable String> cells) {
        if (cells != null) {
            ArrayNode array = node.putArray(field);
            cells.forEach(array::add);
        }
    }
}
