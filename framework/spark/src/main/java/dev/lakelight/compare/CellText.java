package dev.lakelight.compare;

import dev.lakelight.difference.JsonString;
import dev.lakelight.table.Placeholder;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Writes canonical values as people read them: scalars as in SQL, nested values like JSON. */
final class CellText {

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final DateTimeFormatter zoned;

    /** Write instants with the offset of {@code zone}. */
    CellText(ZoneId zone) {
        this.zoned = new DateTimeFormatterBuilder()
                .append(LOCAL)
                .appendOffsetId()
                .toFormatter(Locale.ROOT)
                .withZone(zone);
    }

    /** Return the text of a value; null for NULL. */
    @Nullable
    String of(@Nullable Object canonical, DataType type) {
        return canonical == null ? null : text(canonical, type);
    }

    private String text(Object value, DataType type) {
        if (value instanceof Placeholder) {
            return value.toString();
        }

        if (type instanceof StructType struct) {
            return struct((List<?>) value, struct);
        }

        if (type instanceof ArrayType array) {
            return ((List<?>) value)
                    .stream()
                            .map(each -> inside(each, array.elementType()))
                            .collect(Collectors.joining(", ", "[", "]"));
        }

        return type instanceof MapType map ? map((Map<?, ?>) value, map) : scalar(value);
    }

    private String scalar(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }

        if (value instanceof ByteBuffer bytes) {
            return hexadecimal(bytes);
        }

        if (value instanceof Instant instant) {
            return zoned.format(instant);
        }

        return value instanceof LocalDateTime local ? LOCAL.format(local) : value.toString();
    }

    private static String hexadecimal(ByteBuffer bytes) {
        byte[] content = new byte[bytes.remaining()];
        bytes.duplicate().get(content);
        return HexFormat.of().withUpperCase().formatHex(content);
    }

    private String struct(List<?> values, StructType type) {
        return IntStream.range(0, type.size())
                .mapToObj(i -> JsonString.quote(type.apply(i).name()) + ": "
                        + inside(values.get(i), type.apply(i).dataType()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Sorted by text, so that equal maps look equal. */
    private String map(Map<?, ?> entries, MapType type) {
        return entries.entrySet().stream()
                .map(entry ->
                        inside(entry.getKey(), type.keyType()) + ": " + inside(entry.getValue(), type.valueType()))
                .sorted()
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String inside(@Nullable Object value, DataType type) {
        if (value == null) {
            return "null";
        }

        boolean quoted = value instanceof String && !type.typeName().equals("variant");
        return quoted ? JsonString.quote(value.toString()) : text(value, type);
    }
}
