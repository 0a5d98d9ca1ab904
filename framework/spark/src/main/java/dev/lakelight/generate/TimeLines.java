package dev.lakelight.generate;

import static java.math.BigDecimal.ONE;

import dev.lakelight.generate.NumberLine.LineType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Dates and times as numbers: days and microseconds since 1970, as Spark keeps them; from the year 1 to 9999, as SQL has them. */
final class TimeLines {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 1);

    /** A leap day, one of a century, the day of the Gregorian calendar's start, the days around 1970. */
    private static final List<LocalDate> DATES = List.of(
            LocalDate.EPOCH,
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2000, 2, 29),
            LocalDate.of(1969, 12, 31),
            LocalDate.of(1582, 10, 15));

    /** Beside those of dates: clocks that skip an hour and repeat one in Europe, and those of America; the last microsecond of a day. */
    private static final List<LocalDateTime> TIMES = List.of(
            LocalDateTime.of(2024, 3, 31, 1, 0),
            LocalDateTime.of(2024, 3, 31, 2, 30),
            LocalDateTime.of(2024, 10, 27, 1, 30),
            LocalDateTime.of(2024, 11, 3, 6, 30),
            LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000));

    private TimeLines() {}

    static NumberLine dates() {
        return new NumberLine(
                days(FIRST),
                days(LAST),
                ONE,
                days(ORIGIN),
                DATES.stream().map(TimeLines::days).toList(),
                new LineType(days -> LocalDate.ofEpochDay(days.longValueExact()), date -> days((LocalDate) date)));
    }

    static NumberLine localTimes() {
        return times(
                ZoneOffset.UTC,
                new LineType(
                        micros -> LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC),
                        time -> micros(((LocalDateTime) time).toInstant(ZoneOffset.UTC))));
    }

    /** The first and the last are so in the session's zone: beyond, years have other than four digits. */
    static NumberLine instants(ZoneId zone) {
        return times(zone, new LineType(TimeLines::instant, time -> micros((Instant) time)));
    }

    private static NumberLine times(ZoneId zone, LineType type) {
        Stream<Instant> special = Stream.concat(
                Stream.concat(DATES.stream().map(LocalDate::atStartOfDay), TIMES.stream())
                        .map(time -> time.toInstant(ZoneOffset.UTC)),
                Stream.of(Instant.EPOCH.minus(1, ChronoUnit.MICROS)));
        return new NumberLine(
                micros(FIRST.atStartOfDay(zone).toInstant()),
                micros(LAST.atTime(LocalTime.MAX).atZone(zone).toInstant()),
                ONE,
                micros(ORIGIN.atStartOfDay(zone).toInstant()),
                special.map(TimeLines::micros).toList(),
                type);
    }

    static BigDecimal days(LocalDate date) {
        return BigDecimal.valueOf(date.toEpochDay());
    }

    static BigDecimal micros(Instant time) {
        long second = TimeUnit.SECONDS.toMicros(time.getEpochSecond());
        return BigDecimal.valueOf(second + TimeUnit.NANOSECONDS.toMicros(time.getNano()));
    }

    private static Instant instant(BigDecimal micros) {
        return Instant.EPOCH.plus(micros.longValueExact(), ChronoUnit.MICROS);
    }
}
