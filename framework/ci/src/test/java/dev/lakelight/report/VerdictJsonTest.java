package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.WorkTree;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(VerdictJson.class.getResourceAsStream("verdict.schema.json"));

    static Stream<Report> reports() {
        return Stream.of(
                SampleReports.green(),
                SampleReports.red(),
                SampleReports.report(List.of(JobReportTest.test(JobReportTest.nightly()))),
                HostileReport.report(),
                nothingKnown());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasTheShapeOfItsSchema(Report report) throws Exception {
        assertThat(violations(json(report))).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("another version", json -> json.put("schemaVersion", 2)),
                mistake("no verdict", json -> json.remove("verdict")),
                mistake("a third colour", json -> json.put("verdict", "YELLOW")),
                mistake("an unknown field", json -> json.put("extra", 1)),
                mistake("an unknown count", json -> ((ObjectNode) json.get("counts")).put("flaky", 1)),
                mistake("an abbreviated commit", json -> ((ObjectNode) json.get("branch")).put("commit", "1a2b3c4")),
                mistake("an unknown status", json -> ((ObjectNode) json.at("/tests/0")).put("status", "OK")));
    }

    private static Arguments mistake(String what, Consumer<ObjectNode> change) {
        return Arguments.argumentSet(what, change);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void hasASchemaThatSeesMistakes(Consumer<ObjectNode> change) throws Exception {
        ObjectNode json = json(SampleReports.red());

        change.accept(json);

        assertThat(violations(json)).isNotEmpty();
    }

    @Test
    void namesVerdictBranchAndCounts() throws Exception {
        JsonNode json = json(SampleReports.red());

        assertThat(json.get("verdict").asText()).isEqualTo("RED");
        assertThat(json.get("reasons")).hasSize(3);
        assertThat(json.get("branch")).isEqualTo(MAPPER.readTree("""
                                {
                                  "name": "feature/late-invoices", "nameFrom": "build_server",
                                  "commit": "1a2b3c4d5e6f708192a3b4c5d6e7f80912a3b4c5", "commitFrom": "build_server",
                                  "checkedOut": "1a2b3c4d5e6f708192a3b4c5d6e7f80912a3b4c5",
                                  "workTree": "dirty", "changes": 2,
                                  "changedFiles": ["notes.txt", "pipelines/silver/customers.sql"],
                                  "reference": "main", "referenceFrom": "git",
                                  "mergeBase": "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c", "mergeBaseFrom": "git"
                                }
                                """));
        assertThat(json.get("counts")).isEqualTo(MAPPER.readTree("""
                                {
                                  "total": 7, "passed": 2, "failed": 2, "errors": 1, "skipped": 1, "lost": 1,
                                  "byKind": {
                                    "JUNIT": {"total": 2, "passed": 1, "failed": 0, "errors": 0, "skipped": 0, "lost": 1},
                                    "SCENARIO": {"total": 4, "passed": 1, "failed": 2, "errors": 0, "skipped": 1, "lost": 0},
                                    "NOTEBOOK_TEST": {"total": 1, "passed": 0, "failed": 0, "errors": 1, "skipped": 0, "lost": 0}
                                  }
                                }
                                """));
    }

    @Test
    void namesNotebookCellAndDifferenceOfAFailedTest() throws Exception {
        JsonNode tests = json(SampleReports.red()).get("tests");

        assertThat(tests.at("/3/failedCell")).isEqualTo(MAPPER.readTree("""
                                {
                                  "module": "pipelines/silver/customers.sql",
                                  "number": 4,
                                  "source": {"file": "pipelines/silver/customers.sql", "line": 28}
                                }
                                """));
        assertThat(tests.at("/1/differences/0/lastWrite")).isEqualTo(MAPPER.readTree("""
                                {
                                  "operation": "MERGE",
                                  "cell": 3,
                                  "title": "Keep the latest",
                                  "source": {"file": "pipelines/silver/customers.sql", "line": 12}
                                }
                                """));
        assertThat(tests.at("/1/differences/0/rows/2")).isEqualTo(MAPPER.readTree("""
                                {
                                  "kind": "CHANGED",
                                  "expected": ["12347", "Grace Hopper", "4 Harbour St", "USA", "2011-12-09"],
                                  "actual": ["12347", "Grace Hopper", "12 Old Rd ", "USA", "2011-12-05"],
                                  "count": 1
                                }
                                """));
        assertThat(tests.at("/1/differences/0/rows/3/expected/2").isNull()).isTrue();
    }

    @Test
    void leavesOutWhatHasNothingToSay() throws Exception {
        ObjectNode json = json(nothingKnown());

        assertThat(json.has("buildServer")).isFalse();
        assertThat(json.get("branch")).isEqualTo(MAPPER.readTree("{\"workTree\": \"unknown\"}"));
        assertThat(json.get("times")).isEqualTo(MAPPER.readTree("{\"wallMillis\": 64480}"));
    }

    @Test
    void keepsSecretsBack() throws Exception {
        assertThat(VerdictJson.of(SampleReports.red())).doesNotContain("dapi-do-not-show");
        assertThat(json(SampleReports.red()).at("/configuration/storage.token").asText())
                .isEqualTo("(redacted)");
    }

    private static Report nothingKnown() {
        SuiteResult suite = new SuiteResult(null, null, Map.of(), List.of(), List.of(), List.of());
        WorkTree unknown = new WorkTree(WorkTree.State.UNKNOWN, 0, List.of());
        BranchFacts branch = new BranchFacts(null, null, null, unknown, null, null, null, null, List.of());
        return new Report(suite, Verdict.of(suite, RunFacts.cancelled()), branch, SampleReports.runInfo());
    }

    private static ObjectNode json(Report report) throws JsonProcessingException {
        return (ObjectNode) MAPPER.readTree(VerdictJson.of(report));
    }

    private static Set<ValidationMessage> violations(JsonNode json) {
        return SCHEMA.validate(json);
    }
}
