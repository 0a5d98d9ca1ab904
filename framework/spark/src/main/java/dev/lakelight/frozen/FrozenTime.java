package dev.lakelight.frozen;

import dev.lakelight.problem.UserError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.expressions.TimeZoneAwareExpression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Replaces the functions that ask for the current time.
 *
 * @param now what they find
 */
record FrozenTime(Instant now) {

    /** Of {@code TIME(3)}, which is not in every version of Spark. */
    private static final Pattern PRECISION = Pattern.compile("\\((\\d)\\)");

    private static final int MOST_DIGITS = 9;

    /**
     * Read a setting.
     *
     * @throws UserError when it is no time with an offset
     */
    static FrozenTime of(String setting) {
        try {
            return new FrozenTime(OffsetDateTime.parse(setting.strip()).toInstant());
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "%s is '%s', which is no time. Write it with its offset, such as 2026-01-01T00:00:00Z."
                            .formatted(FrozenPlan.TIME, setting),
                    e);
        }
    }

    Expression in(Expression expression) {
        return switch (expression.getClass().getSimpleName()) {
            case "CurrentTimestamp", "Now" -> new Literal(micros(now), DataTypes.TimestampType);
            case "CurrentDate" ->
                new Literal((int) local(expression).toLocalDate().toEpochDay(), DataTypes.DateType);
            case "LocalTimestamp" ->
                new Literal(micros(local(expression).toInstant(ZoneOffset.UTC)), DataTypes.TimestampNTZType);
            case "CurrentTime" -> new Literal(timeOfDay(expression), expression.dataType());
            case "Cast" -> SpecialText.of((Cast) expression, now).orElse(expression);
            case "ParseToDate", "ParseToTimestamp" ->
                ((RuntimeReplaceable) expression).replacement() instanceof Cast cast
                        ? SpecialText.of(cast, now).orElse(expression)
                        : expression;
            default -> expression;
        };
    }

    private LocalDateTime local(Expression expression) {
        ZoneId zone = ((TimeZoneAwareExpression) expression).zoneId();
        return LocalDateTime.ofInstant(now, zone);
    }

    private Long timeOfDay(Expression expression) {
        long nanos = local(expression).toLocalTime().toNanoOfDay();
        long unit = (long) Math.pow(10, MOST_DIGITS - digits(expression.dataType()));
        return nanos - nanos % unit;
    }

    private static int digits(DataType type) {
        Matcher precision = PRECISION.matcher(type.sql());
        return precision.find() ? Integer.parseInt(precision.group(1)) : MOST_DIGITS;
    }

    static Long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
