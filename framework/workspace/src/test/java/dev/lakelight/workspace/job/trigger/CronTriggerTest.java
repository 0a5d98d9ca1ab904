package dev.lakelight.workspace.job.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules where clocks are put forward and back: in Berlin in 2026 on March 29 and October 25. */
class CronTriggerTest {

    private static Instant next(String cron, String after) {
        return CronTrigger.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("quartz_cron_expression", cron)
                        .put("timezone_id", "Europe/Berlin"))
                .next(Instant.parse(after))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0 30 6 * * ?, 2026-03-28T06:00:00Z, 2026-03-29T04:30:00Z",
        "0 30 6 * * ?, 2026-10-24T06:00:00Z, 2026-10-25T05:30:00Z",
        "0 0 * * * ?, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
        "0 0 * * * ?, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "0 30 3 * * ?, 2026-03-28T03:00:00Z, 2026-03-29T01:30:00Z",
    })
    void fireAtTheTimeOfTheZone(String cron, String after, String expected) {
        assertThat(next(cron, after)).isEqualTo(expected);
    }

    /** The time is there twice; the job runs once. */
    @ParameterizedTest
    @CsvSource("0 30 2 * * ?, 2026-10-24T12:00:00Z")
    void fireOnceWhereAnHourIsRepeated(String cron, String after) {
        Instant first = next(cron, after);

        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(next(cron, first.toString())).isEqualTo("2026-10-26T01:30:00Z");
    }

    /** The time is not there on that day: the job is not run, as Databricks warns of schedules in such zones. */
    @ParameterizedTest
    @CsvSource("0 30 2 * * ?, 2026-03-28T12:00:00Z")
    void leaveOutTheDayWhereTheHourIsLeftOut(String cron, String after) {
        assertThat(next(cron, after)).isEqualTo("2026-03-30T00:30:00Z");
    }
}
