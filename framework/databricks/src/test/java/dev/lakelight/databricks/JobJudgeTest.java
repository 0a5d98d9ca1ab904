package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.databricks.job.WireJob;
import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.file.JobSettings;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judges tests that run jobs, by answers as the Jobs API gives them. */
class JobJudgeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String JOB = """
            {"name": "Every night", "tasks": [
              {"task_key": "load", "notebook_task": {"notebook_path": "load"}},
              {"task_key": "any", "depends_on": [{"task_key": "load"}],
               "condition_task": {"op": "EQUAL_TO", "left": "1", "right": "2"}},
              {"task_key": "gold", "depends_on": [{"task_key": "any", "outcome": "true"}],
               "notebook_task": {"notebook_path": "gold"}}]}""";

    private static final String SUITE = """
            {"run_id": 1, "state": {"life_cycle_state": "TERMINATED"}, "tasks": [
              {"task_key": "t001_seed", "run_id": 11, "state": {"life_cycle_state": "TERMINATED", "result_state": "SUCCESS"}},
              {"task_key": "t001_step1", "run_id": 12, "run_page_url": "https://x/#run/12",
               "state": {"life_cycle_state": "%s", "result_state": "%s"}}]}""";

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Of the tasks of the job, in the order load, any, gold: life cycle, a space and the result. */
    private static String jobRun(String result, String... states) {
        StringBuilder tasks = new StringBuilder();

        for (int i = 0; i < states.length; i++) {
            String[] state = states[i].split(" ", -1);
            tasks.append(i == 0 ? "" : ",").append("""
                    {"task_key": "%s", "run_id": %d, "start_time": 1000, "end_time": 2000,
                     %s
                     "state": {"life_cycle_state": "%s", "result_state": "%s"}}""".formatted(
                            List.of("load", "any", "gold").get(i),
                            21 + i,
                            i == 1 ? "\"condition_task\": {\"outcome\": \"false\"}," : "",
                            state[0],
                            state[1]));
        }

        return """
                {"run_id": 20, "start_time": 1000, "end_time": 3000, "run_page_url": "https://x/#run/20",
                 "state": {"life_cycle_state": "TERMINATED", "result_state": "%s"}, "tasks": [%s]}""".formatted(result, tasks);
    }

    private static TestJudge judge(String error, Map<String, RunState> tasks, String step, String jobRun) {
        Job job = JobSettings.read("1", json(JOB));
        WireJob wire = new WireJob(path -> path, path -> path, "", JSON.createObjectNode());
        WrittenJob written = new WrittenJob("ll_x_1_step1", new JobSelection(job, List.of(job)), wire, Map.of());
        String[] state = step.split(" ", -1);
        return new TestJudge(
                TestPlans.job(1, error, tasks),
                Map.of("t001_step1", written),
                new RunAnswers(
                        FoundRun.of(List.of(json(SUITE.formatted(state[0], state[1])))),
                        JobJudgeTest::output,
                        id -> FoundRun.of(List.of(json(jobRun)))));
    }

    private static TaskOutput output(long run) {
        ObjectNode output = JSON.createObjectNode();

        if (run == 12) {
            output.putObject("run_job_output").put("run_id", 20);
        } else if (run == 21) {
            output.put("error", "no such file").putObject("notebook_output").put("result", "7 rows");
        }

        return TaskOutput.of(output);
    }

    @Test
    void passesWhenTheTasksEndedAsExpected() {
        TestJudge judge = judge(
                null,
                Map.of("gold", RunState.EXCLUDED),
                "TERMINATED SUCCESS",
                jobRun("SUCCESS", "TERMINATED SUCCESS", "TERMINATED SUCCESS", "SKIPPED EXCLUDED"));

        assertThat(judge.judge().status()).isEqualTo(TestStatus.PASSED);
        assertThat(judge.jobs()).singleElement().satisfies(run -> {
            assertThat(run.name()).isEqualTo("Every night");
            assertThat(run.state()).isEqualTo(RunState.SUCCESS);
            assertThat(run.task("load").orElseThrow().value()).isEqualTo("7 rows");
            assertThat(run.task("any").orElseThrow().value()).isEqualTo("false");
            assertThat(run.task("gold").orElseThrow().attempts()).isEmpty();
        });
    }

    @Test
    void failsWhenATaskEndedOtherwiseOrIsNotThere() {
        TestOutcome outcome = judge(
                        null,
                        Map.of("gold", RunState.SUCCESS),
                        "TERMINATED SUCCESS",
                        jobRun("SUCCESS", "TERMINATED SUCCESS", "TERMINATED SUCCESS", "SKIPPED EXCLUDED"))
                .judge();

        assertThat(outcome.status()).isEqualTo(TestStatus.FAILED);
        assertThat(outcome.problem().message())
                .isEqualTo(
                        "[a.yml:3] expected the task 'gold' of the job 'Every night' to end with SUCCESS, but it ended with EXCLUDED.");
        assertThat(judge(
                                null,
                                Map.of("golt", RunState.SUCCESS),
                                "TERMINATED SUCCESS",
                                jobRun("SUCCESS", "TERMINATED SUCCESS", "TERMINATED SUCCESS", "SKIPPED EXCLUDED"))
                        .judge()
                        .problem()
                        .message())
                .isEqualTo("[a.yml:3] expected a task 'golt' of the job 'Every night', but it has: load, any, gold.");
    }

    @Test
    void tellsWhichTasksOfAJobFailed() {
        String run = jobRun("FAILED", "TERMINATED FAILED", "SKIPPED UPSTREAM_FAILED", "SKIPPED UPSTREAM_FAILED");

        TestOutcome outcome = judge(null, Map.of(), "TERMINATED FAILED", run).judge();

        assertThat(outcome.status()).isEqualTo(TestStatus.ERROR);
        assertThat(outcome.problem().message()).isEqualTo("""
                a.yml:3: the job 'Every night' (job settings) ended with FAILED.
                - load FAILED: no such file
                - any UPSTREAM_FAILED: The task was not run: run_if ALL_SUCCESS is not met, or the run was ended before.
                - gold UPSTREAM_FAILED: The task was not run: run_if ALL_SUCCESS is not met, or the run was ended before.
                https://x/#run/20""");
        assertThat(judge("no such file", Map.of(), "TERMINATED FAILED", run)
                        .judge()
                        .status())
                .isEqualTo(TestStatus.PASSED);
        assertThat(judge(null, Map.of("load", RunState.FAILED), "TERMINATED FAILED", run)
                        .judge()
                        .status())
                .isEqualTo(TestStatus.PASSED);
        assertThat(judge("another", Map.of(), "TERMINATED FAILED", run)
                        .judge()
                        .problem()
                        .message())
                .startsWith(
                        "[a.yml:3] expected an error with 'another', but the job 'Every night' failed with:\nload FAILED: no such file\n");
    }

    @ParameterizedTest
    @CsvSource({
        "TERMINATED SUCCESS, SOMETHING_NEW, TERMINATED SUCCESS",
        "TERMINATED SUCCESS, SUCCESS, TERMINATED SOMETHING_NEW",
        "TERMINATED SUCCESS, SUCCESS, SKIPPED MAXIMUM_CONCURRENT_RUNS_REACHED",
        "TERMINATED CANCELED, SUCCESS, TERMINATED SUCCESS",
        "TERMINATED FAILED, CANCELED, TERMINATED SUCCESS",
        "TERMINATED SOMETHING_NEW, SUCCESS, TERMINATED SUCCESS",
    })
    void neverPassesOnAStateThatIsNotKnownOrNotAnEnd(String step, String run, String gold) {
        TestJudge judge = judge(
                "no such file",
                Map.of("gold", RunState.FAILED),
                step,
                jobRun(run, "TERMINATED SUCCESS", "TERMINATED SUCCESS", gold));

        assertThat(judge.judge().status()).isEqualTo(TestStatus.ERROR);
    }

    @Test
    void neverPassesWhenATaskOfTheJobIsMissing() {
        TestJudge judge = judge(null, Map.of(), "TERMINATED SUCCESS", jobRun("SUCCESS", "TERMINATED SUCCESS"));

        assertThat(judge.judge().problem().message())
                .isEqualTo("Databricks tells nothing of the task any of the run 20.");
    }

    private static TestJudge judgeOfEach(String... iterations) {
        Job job = JobSettings.read("1", json("""
                {"name": "Every night", "tasks": [{"task_key": "all", "for_each_task": {"inputs": "[1, 2]", "task":
                  {"task_key": "one", "notebook_task": {"notebook_path": "load"}}}}]}"""));
        WireJob wire = new WireJob(path -> path, path -> path, "", JSON.createObjectNode());
        WrittenJob written = new WrittenJob("ll_x_1_step1", new JobSelection(job, List.of(job)), wire, Map.of());
        ObjectNode each = (ObjectNode) json("{\"run_id\": 22, \"state\": {\"life_cycle_state\": \"TERMINATED\"}}");
        ArrayNode all = each.putArray("iterations");

        for (String iteration : iterations) {
            all.addObject()
                    .put("task_key", "one")
                    .put("run_id", 20 + iteration.length())
                    .putObject("state")
                    .put("life_cycle_state", "TERMINATED")
                    .put("result_state", iteration);
        }

        String run = """
                {"run_id": 20, "state": {"life_cycle_state": "TERMINATED", "result_state": "FAILED"}, "tasks": [
                  {"task_key": "all", "run_id": 22,
                   "state": {"life_cycle_state": "TERMINATED", "result_state": "FAILED", "state_message": "see below"}}]}""";
        return new TestJudge(
                TestPlans.job(1, null, Map.of("all", RunState.FAILED)),
                Map.of("t001_step1", written),
                new RunAnswers(
                        FoundRun.of(List.of(json(SUITE.formatted("TERMINATED", "FAILED")))),
                        JobJudgeTest::output,
                        id -> FoundRun.of(List.of(id == 22 ? each : json(run)))));
    }

    @Test
    void tellsWhichIterationsOfATaskFailed() {
        TestJudge judge = judgeOfEach("SUCCESS", "TIMEDOUT");

        assertThat(judge.judge().status()).isEqualTo(TestStatus.PASSED);
        TaskRun all = judge.jobs().get(0).task("all").orElseThrow();
        assertThat(all.iterations())
                .extracting(TaskRun::key, TaskRun::state)
                .containsExactly(tuple("one[0]", RunState.SUCCESS), tuple("one[1]", RunState.TIMEDOUT));
        assertThat(all.problem().message()).startsWith("1 of 2 iterations did not succeed. The first, one[1]:");
    }

    @Test
    void believesTheTaskWhenItsIterationsAreNotTold() {
        TestJudge judge = judgeOfEach();

        assertThat(judge.judge().status()).isEqualTo(TestStatus.PASSED);
        assertThat(judge.jobs().get(0).task("all").orElseThrow().problem().message())
                .isEqualTo("see below");
    }

    @Test
    void neverPassesOnAnIterationWhoseEndIsNotKnown() {
        assertThat(judgeOfEach("SUCCESS", "SOMETHING_NEW").judge().problem().message())
                .startsWith("The task 'one' of the job 'Every night' ended with SOMETHING_NEW on Databricks.");
    }
}
