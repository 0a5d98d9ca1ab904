package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

/**
 * When Databricks starts a job. Nothing starts it here.
 *
 * @param cron Quartz expression of six or seven fields
 * @param timeZone in which it is meant, such as {@code Europe/Vienna}
 * @param paused whether it is switched off
 */
public record Schedule(String cron, String timeZone, boolean paused) {

    public Schedule {
        requireNonNull(cron, "cron");
        requireNonNull(timeZone, "timeZone");
    }
}
