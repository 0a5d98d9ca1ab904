package dev.lakelight.kernel;

import io.delta.kernel.expressions.Literal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.util.SQLOrderingUtil;
import org.apache.spark.sql.delta.stats.StatisticsCollection;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The least and the greatest of a column's values, by Spark's order. Delta has them of numbers, dates, times and text.
 *
 * @param type of the column
 * @param values without NULL
 */
record ValueBounds(DataType type, List<Object> values) {

    /** Delta keeps so many characters of a text. */
    private static final int LONGEST_TEXT = 32;

    Optional<Literal> least() {
        return values.stream()
                .min(ValueBounds::compare)
                .map(value -> value instanceof String text
                        ? StatisticsCollection.truncateMinStringAgg(LONGEST_TEXT, text)
                        : value)
                .flatMap(this::literal);
    }

    /** A long text whose beginning nothing is greater than has none. */
    Optional<Literal> greatest() {
        return values.stream()
                .max(ValueBounds::compare)
                .map(value -> value instanceof String text
                        ? StatisticsCollection.truncateMaxStringAgg(LONGEST_TEXT, text)
                        : value)
                .flatMap(this::literal);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        if (one instanceof String text) {
            return UTF8String.fromString(text).compareTo(UTF8String.fromString((String) other));
        }

        if (one instanceof Double number) {
            return SQLOrderingUtil.compareDoubles(number, (Double) other);
        }

        if (one instanceof Float number) {
            return SQLOrderingUtil.compareFloats(number, (Float) other);
        }

        return one instanceof Comparable<?> value ? ((Comparable<Object>) value).compareTo(other) : 0;
    }

    private Optional<Literal> literal(Object value) {
        if (type instanceof DecimalType decimal) {
            BigDecimal number = ((BigDecimal) value).setScale(decimal.scale());
            return Optional.of(Literal.ofDecimal(number, decimal.precision(), decimal.scale()));
        }

        if (value instanceof Instant time) {
            return Optional.of(Literal.ofTimestamp(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
        }

        if (value instanceof LocalDate date) {
            return Optional.of(Literal.ofDate(Math.toIntExact(date.toEpochDay())));
        }

        return type.equals(DataTypes.StringType) ? Optional.of(Literal.ofString((String) value)) : number(value);
    }

    private static Optional<Literal> number(Object value) {
        if (value instanceof Byte number) {
            return Optional.of(Literal.ofByte(number));
        }

        if (value instanceof Short number) {
            return Optional.of(Literal.ofShort(number));
        }

        if (value instanceof Integer number) {
            return Optional.of(Literal.ofInt(number));
        }

        if (value instanceof Long number) {
            return Optional.of(Literal.ofLong(number));
        }

        if (value instanceof Float number) {
            return Optional.of(Literal.ofFloat(number));
        }

        return value instanceof Double number ? Optional.of(Literal.ofDouble(number)) : Optional.empty();
    }
}
