package dev.lakelight.databricks.api;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.http.Request;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * The time by the workspace's clock. Builds on several machines tell by it what has expired, and compare it with times of runs; the
 * clock of a machine may be wrong.
 *
 * @param ahead how far it is ahead of this machine's; negative when it is behind
 */
record WorkspaceClock(Duration ahead) {

    /** HTTP tells seconds, and an answer is under way for a while. */
    private static final Duration EXACT = Duration.ofSeconds(5);

    /** Ask a workspace for its time. One that does not tell it is taken to have this machine's. */
    static WorkspaceClock of(DatabricksConfig configuration) throws IOException {
        String date = configuration
                .getHttpClient()
                .execute(new Request(Request.GET, configuration.getHost() + "/api/2.0/preview/scim/v2/Me"))
                .getFirstHeader("date");
        return at(date == null ? "" : date, Instant.now());
    }

    static WorkspaceClock at(String date, Instant now) {
        try {
            Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            Duration ahead = Duration.between(now, there);
            return new WorkspaceClock(ahead.abs().compareTo(EXACT) < 0 ? Duration.ZERO : ahead);
        } catch (DateTimeException e) {
            return new WorkspaceClock(Duration.ZERO);
        }
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }
}
