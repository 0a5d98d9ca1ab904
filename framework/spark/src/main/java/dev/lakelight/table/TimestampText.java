package dev.lakelight.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads dates with a time, as SQL and ISO 8601 write them, down to microseconds. */
final class TimestampText {

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 6, true)
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter WITH_ZONE = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .appendPattern("[' ']")
            .optionalStart()
            .appendZoneOrOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimestampText() {}

    /** Return the instant; without an offset or zone it is taken to be in {@code zone}. */
    static Instant instant(String text, ZoneId zone) {
        TemporalAccessor parsed = WITH_ZONE.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
        return parsed instanceof LocalDateTime local ? instant(local, zone) : Instant.from(parsed);
    }

    /** Return the local time; an offset is refused. */
    static LocalDateTime local(String text) {
        return LocalDateTime.parse(text, LOCAL);
    }

    /** A local time that clocks skip is nobody's instant, so it is refused as well. */
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException("%s does not exist in %s".formatted(local, zone));
        }

        return local.atZone(zone).toInstant();
    }
}
