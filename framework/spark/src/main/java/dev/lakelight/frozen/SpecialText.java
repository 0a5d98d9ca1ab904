package dev.lakelight.frozen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Texts that Spark reads as a time of the moment, such as {@code CAST('today' AS DATE)}. */
final class SpecialText {

    private final DataType type;
    private final ZoneId zone;
    private final Instant now;

    private SpecialText(DataType type, ZoneId zone, Instant now) {
        this.type = type;
        this.zone = zone;
        this.now = now;
    }

    /** Return what a cast of such a text gives at a time; nothing when it is none. */
    static Optional<Expression> of(Cast cast, Instant now) {
        DataType type = cast.dataType();
        boolean isTime = type.equals(DataTypes.DateType)
                || type.equals(DataTypes.TimestampType)
                || type.equals(DataTypes.TimestampNTZType);
        return isTime && cast.child() instanceof Literal literal && literal.value() instanceof UTF8String text
                ? new SpecialText(type, zone(cast), now).read(text.toString())
                : Optional.empty();
    }

    private static ZoneId zone(Cast cast) {
        return cast.timeZoneId().isDefined()
                ? cast.zoneId()
                : ZoneId.of(SQLConf.get().sessionLocalTimeZone());
    }

    private Optional<Expression> read(String text) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "now" -> Optional.of(at(LocalDateTime.ofInstant(now, zone), now));
            case "today" -> Optional.of(at(today));
            case "tomorrow" -> Optional.of(at(today.plusDays(1)));
            case "yesterday" -> Optional.of(at(today.minusDays(1)));
            default -> Optional.empty();
        };
    }

    private Literal at(LocalDate day) {
        return at(day.atStartOfDay(), day.atStartOfDay(zone).toInstant());
    }

    private Literal at(LocalDateTime here, Instant instant) {
        if (type.equals(DataTypes.DateType)) {
            return new Literal((int) here.toLocalDate().toEpochDay(), type);
        }

        return new Literal(
                FrozenTime.micros(type.equals(DataTypes.TimestampType) ? instant : here.toInstant(ZoneOffset.UTC)),
                type);
    }
}
