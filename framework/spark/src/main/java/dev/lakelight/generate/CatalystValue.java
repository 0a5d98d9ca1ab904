package dev.lakelight.generate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Turns the scalars of Spark's plans into external values and into numbers on a line. */
final class CatalystValue {

    private CatalystValue() {}

    /** Return the external value; nothing for types whose values are not listed in constraints. */
    static Optional<Object> external(Object value, DataType type) {
        if (type instanceof StringType) {
            return Optional.of(value.toString());
        }

        if (type instanceof DateType) {
            return Optional.of(LocalDate.ofEpochDay((int) value));
        }

        if (type instanceof TimestampType) {
            return Optional.of(instant(value));
        }

        if (type instanceof TimestampNTZType) {
            return Optional.of(LocalDateTime.ofInstant(instant(value), ZoneOffset.UTC));
        }

        if (value instanceof Decimal decimal) {
            return Optional.of(decimal.toJavaBigDecimal());
        }

        return type instanceof NumericType || type instanceof BooleanType ? Optional.of(value) : Optional.empty();
    }

    /** Return the number that orders it; nothing when its type has no such numbers, and for NaN and the infinities. */
    static Optional<BigDecimal> number(Object value) {
        if (value instanceof Decimal decimal) {
            return Optional.of(decimal.toJavaBigDecimal());
        }

        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return Optional.empty();
        }

        return Optional.of(new BigDecimal(number.toString()));
    }

    private static Instant instant(Object micros) {
        return Instant.EPOCH.plus((long) micros, ChronoUnit.MICROS);
    }
}
