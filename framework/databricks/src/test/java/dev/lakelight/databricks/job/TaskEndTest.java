package dev.lakelight.databricks.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskEndTest {

    @ParameterizedTest
    @CsvSource({
        "TERMINATED, SUCCESS, SUCCEEDED",
        "TERMINATED, SUCCESS_WITH_FAILURES, SUCCEEDED_IN_PART",
        "TERMINATED, FAILED, FAILED",
        "TERMINATED, TIMEDOUT, TIMED_OUT",
        "TERMINATED, CANCELED, CANCELLED",
        "TERMINATED, UPSTREAM_FAILED, NOT_RUN",
        "TERMINATED, UPSTREAM_CANCELED, NOT_RUN",
        "TERMINATED, EXCLUDED, NOT_RUN",
        "TERMINATED, DISABLED, NOT_RUN",
        "TERMINATED, MAXIMUM_CONCURRENT_RUNS_REACHED, NOT_RUN",
        "TERMINATED, '', UNKNOWN",
        "TERMINATED, NEW_STATE, UNKNOWN",
        "SKIPPED, '', NOT_RUN",
        "SKIPPED, MAXIMUM_CONCURRENT_RUNS_REACHED, NOT_RUN",
        "SKIPPED, SUCCESS, UNKNOWN",
        "INTERNAL_ERROR, FAILED, FAILED",
        "INTERNAL_ERROR, '', BROKEN",
        "RUNNING, '', UNKNOWN",
        "NEW_STATE, SUCCESS, UNKNOWN",
    })
    void knowsEveryStateAndTakesNoUnknownOneForSuccess(String lifeCycle, String result, TaskEnd end) {
        assertThat(TaskEnd.of(lifeCycle, result)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, false",
        "PENDING, false",
        "BLOCKED, false",
        "WAITING_FOR_RETRY, false",
        "RUNNING, false",
        "TERMINATING, false",
        "NEW_STATE, false",
        "TERMINATED, true",
        "SKIPPED, true",
        "INTERNAL_ERROR, true",
    })
    void waitsUntilAStateIsTheLast(String lifeCycle, boolean last) {
        assertThat(TaskEnd.isLast(lifeCycle)).isEqualTo(last);
    }
}
