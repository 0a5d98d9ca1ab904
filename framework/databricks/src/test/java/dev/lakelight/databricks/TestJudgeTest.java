package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judges answers as the Jobs API gives them. */
class TestJudgeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder tasks = new StringBuilder();
    private final Map<Long, String> outputs = new HashMap<>();
    private long lastId = 10;

    private TestJudgeTest task(String key, String lifeCycle, String result, String output) {
        lastId++;
        tasks.append(tasks.isEmpty() ? "" : ",").append("""
                {"task_key": "%s", "run_id": %d, "start_time": 1000, "end_time": 3000, "run_page_url": "https://x/#run/%d",
                 "state": {"life_cycle_state": "%s", "result_state": "%s", "state_message": "said so"}}""".formatted(key, lastId, lastId, lifeCycle, result));
        outputs.put(lastId, output);
        return this;
    }

    private TestJudgeTest success(String key, String output) {
        return task(key, "TERMINATED", "SUCCESS", output);
    }

    private TestJudge judge(PlannedTest test) {
        String run =
                "{\"run_id\": 1, \"state\": {\"life_cycle_state\": \"TERMINATED\"}, \"tasks\": [%s]}".formatted(tasks);
        RunAnswers answers =
                new RunAnswers(FoundRun.of(List.of(json(run))), id -> TaskOutput.of(json(outputs.get(id))), id -> {
                    throw new AssertionError("no job is run");
                });
        return new TestJudge(test, Map.of(), answers);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String exit(String value) {
        return JSON.createObjectNode()
                .set("notebook_output", JSON.createObjectNode().put("result", value))
                .toString();
    }

    private static String found(String difference) {
        return exit("{\"lakelight\":1,\"tables\":[{\"columns\":[\"id\",\"name\"],\"types\":[\"int\",\"string\"],"
                + "\"want\":[\"int\",\"string\"],\"difference\":%s,\"facts\":{\"count\":2,\"rules\":[]}}]}"
                        .formatted(difference));
    }

    @Test
    void passesATestWhoseTasksDidAllThatIsExpected() {
        success("t001_seed", "{}").success("t001_step1", exit("3 rows"));

        TestJudge judge = judge(TestPlans.exiting(1, "3 rows"));

        assertThat(judge.judge().status()).isEqualTo(TestStatus.PASSED);
        assertThat(judge.judge().duration()).hasSeconds(4);
        assertThat(judge.modules()).first().satisfies(run -> {
            assertThat(run.module()).isEqualTo("pipelines/a.sql");
            assertThat(run.outcome()).isEqualTo(ModuleRun.Outcome.SUCCEEDED);
            assertThat(run.exitValue()).isEqualTo("3 rows");
        });
    }

    @Test
    void failsATestThatExitsWithSomethingElse() {
        success("t001_seed", "{}").success("t001_step1", "{\"notebook_output\": {}}");

        TestOutcome outcome = judge(TestPlans.exiting(1, "3 rows")).judge();

        assertThat(outcome.status()).isEqualTo(TestStatus.FAILED);
        assertThat(outcome.problem().message())
                .isEqualTo("[a.yml:3] expected pipelines/a.sql to exit with '3 rows', but it exited with nothing.");
    }

    @Test
    void tellsWhyANotebookFailed() {
        success("t001_seed", "{}").task("t001_step1", "TERMINATED", "FAILED", "{\"error\": \"no such column\"}");

        TestJudge judge = judge(TestPlans.notebook(1));
        TestOutcome outcome = judge.judge();

        assertThat(outcome.status()).isEqualTo(TestStatus.ERROR);
        assertThat(outcome.problem().message())
                .isEqualTo("a.yml:3: pipelines/a.sql failed.\nno such column\nhttps://x/#run/12");
        assertThat(judge.modules())
                .singleElement()
                .satisfies(run -> assertThat(run.problem().message()).isEqualTo("no such column"));
    }

    @Test
    void acceptsTheErrorThatIsExpectedAndNoOther() {
        success("t001_seed", "{}")
                .task("t001_step1", "INTERNAL_ERROR", "FAILED", "{\"error\": \"big boom\"}")
                .success("t001_check", found("{\"missing\":0,\"unexpected\":0,\"changed\":0,\"rows\":[]}"));

        assertThat(judge(TestPlans.checked(1, "boom")).judge().status()).isEqualTo(TestStatus.PASSED);
        assertThat(judge(TestPlans.checked(1, "crash")).judge().problem().message())
                .isEqualTo("[a.yml:3] expected an error with 'crash', but pipelines/a.sql failed with:\nbig boom");
    }

    @Test
    void tellsWhichRowsDiffer() {
        success("t001_seed", "{}").success("t001_step1", "{}").success("t001_check", found("""
                {"missing": 2, "unexpected": 2, "changed": 1, "rows": [
                 {"n": -1, "cells": ["1", "a"]}, {"n": -1, "cells": ["2", "b"]},
                 {"n": 1, "cells": ["2", null]}, {"n": 1, "cells": ["3", "c"]}]}"""));

        TestOutcome outcome = judge(TestPlans.checked(1, null)).judge();

        assertThat(outcome.status()).isEqualTo(TestStatus.FAILED);
        assertThat(outcome.problem().message()).isEqualToNormalizingNewlines("""
                [a.yml:3] silver.a differs from the expected rows: 1 missing, 1 unexpected, 1 changed
                  expected 2 rows, found 2
                  paired by id

                    | id | name
                  - | 1  | a
                  + | 3  | c
                  ~ | 2  | [b -> NULL]

                  - missing   + unexpected   ~ changed [expected -> actual]""");
        assertThat(outcome.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.missing()).isEqualTo(1);
            assertThat(difference.unexpected()).isEqualTo(1);
            assertThat(difference.changed()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "TERMINATED, TIMEDOUT",
        "TERMINATED, CANCELED",
        "TERMINATED, UPSTREAM_FAILED",
        "TERMINATED, SOMETHING_NEW",
        "SKIPPED, ''",
        "INTERNAL_ERROR, ''",
    })
    void neverPassesATestWhoseTaskDidNotSucceed(String lifeCycle, String result) {
        success("t001_seed", "{}").task("t001_step1", lifeCycle, result, "{}");

        assertThat(judge(TestPlans.notebook(1)).judge().status()).isEqualTo(TestStatus.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | has left nothing",
                "{\"notebook_output\": {\"result\": \"{\", \"truncated\": true}} | more than Databricks keeps",
                "{\"notebook_output\": {\"result\": \"{\"}} | cannot be read",
                "{\"notebook_output\": {\"result\": \"{\\\"lakelight\\\":2,\\\"tables\\\":[]}\"}} | not of version 1",
                "{\"notebook_output\": {\"result\": \"{\\\"lakelight\\\":1,\\\"tables\\\":[]}\"}} | 0 tables instead of 1",
            })
    void neverPassesATestWhoseCheckCannotBeRead(String output, String reason) {
        success("t001_seed", "{}").success("t001_step1", "{}").success("t001_check", output);

        TestOutcome outcome = judge(TestPlans.checked(1, null)).judge();

        assertThat(outcome.status()).isEqualTo(TestStatus.ERROR);
        assertThat(outcome.problem().message()).contains(reason);
    }

    @Test
    void neverPassesATestWhoseRowsWereNotCompared() {
        success("t001_seed", "{}").success("t001_step1", "{}").success("t001_check", found("null"));

        assertThat(judge(TestPlans.checked(1, null)).judge().problem().message())
                .isEqualTo("The rows of silver.a were not compared.");
    }

    @Test
    void neverPassesATestThatTheWorkspaceForgot() {
        success("t001_seed", "{}");

        assertThat(judge(TestPlans.notebook(1)).judge().problem().message())
                .isEqualTo("Databricks tells nothing of the task t001_step1 of the run 1.");
    }
}
