package dev.lakelight.job.run;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** The parts of a point in time that jobs can refer to, in UTC. */
final class TimeText {

    private TimeText() {}

    static String of(Instant instant, String part) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return switch (part) {
            case "iso_date" -> time.toLocalDate().toString();
            case "iso_datetime" -> DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
            case "iso_weekday" -> String.valueOf(time.getDayOfWeek().getValue());
            case "is_weekday" -> String.valueOf(time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
            case "timestamp_ms" -> String.valueOf(instant.toEpochMilli());
            case "year" -> String.valueOf(time.getYear());
            case "month" -> String.valueOf(time.getMonthValue());
            case "day" -> String.valueOf(time.getDayOfMonth());
            case "hour" -> String.valueOf(time.getHour());
            case "minute" -> String.valueOf(time.getMinute());
            case "second" -> String.valueOf(time.get(ChronoField.SECOND_OF_MINUTE));
            default -> throw new IllegalArgumentException("no part of a time: " + part);
        };
    }
}
