package dev.lakelight.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of calendars before the Gregorian one. Spark keeps them in one of two ways, which it tells by settings and by notes
 * in the file that Kernel neither writes nor reads.
 */
final class AncientTimes {

    private static final LocalDate FIRST_DATE = LocalDate.of(1582, 10, 15);
    private static final Instant FIRST_TIME = Instant.parse("1900-01-02T00:00:00Z");

    private AncientTimes() {}

    static boolean areIn(Row row, StructType schema) {
        for (int i = 0; i < schema.size(); i++) {
            if (areIn(row.get(i))) {
                return true;
            }
        }

        return false;
    }

    static boolean areIn(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return date.isBefore(FIRST_DATE);
        }

        if (value instanceof Instant time) {
            return time.isBefore(FIRST_TIME);
        }

        if (value instanceof LocalDateTime time) {
            return time.toLocalDate().isBefore(FIRST_DATE);
        }

        if (value instanceof Row row) {
            return row.schema() == null ? anyOf(row) : areIn(row, row.schema());
        }

        return value instanceof Map<?, ?> map
                ? anyOf(map.keySet()) || anyOf(map.values())
                : value instanceof Iterable<?> elements && anyOf(elements);
    }

    private static boolean anyOf(Row row) {
        for (int i = 0; i < row.length(); i++) {
            if (areIn(row.get(i))) {
                return true;
            }
        }

        return false;
    }

    private static boolean anyOf(Iterable<?> values) {
        for (Object value : values) {
            if (areIn(value)) {
                return true;
            }
        }

        return false;
    }
}
