package dev.lakelight.report;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.lakelight.result.Schedule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says when Databricks would start a job. */
final class ScheduleText {

    private static final int SHOWN = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss XXX");
    private static final CronParser PARSER =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private ScheduleText() {}

    /** Return the schedule with its next times after an instant, or with what is wrong with it. */
    static String of(Schedule schedule, Instant after) {
        String written =
                "%s in %s".formatted(PlainText.line(schedule.cron(), 200), PlainText.line(schedule.timeZone(), 100));
        String paused = schedule.paused() ? ", paused" : "";

        try {
            return written + paused + ": " + next(schedule, after);
        } catch (IllegalArgumentException | DateTimeException e) {
            return "%s%s: not a schedule, %s"
                    .formatted(written, paused, PlainText.line(String.valueOf(e.getMessage()), 300));
        }
    }

    private static String next(Schedule schedule, Instant after) {
        ExecutionTime times =
                ExecutionTime.forCron(PARSER.parse(schedule.cron()).validate());
        List<String> shown = new ArrayList<>();
        Optional<ZonedDateTime> next = times.nextExecution(after.atZone(ZoneId.of(schedule.timeZone())));

        while (next.isPresent() && shown.size() < SHOWN) {
            shown.add(TIME.format(next.get()));
            next = times.nextExecution(next.get());
        }

        return shown.isEmpty() ? "never again" : "next " + String.join(", ", shown);
    }
}
