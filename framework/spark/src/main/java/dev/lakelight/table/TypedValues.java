package dev.lakelight.table;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Gives written values their types. What is written is plain: null, text, numbers, booleans, lists and maps with text keys, as
 * they come from CSV cells, JSON and YAML. A scalar counts by its text; a nested value may be JSON text.
 */
final class TypedValues {

    private final ScalarText scalars;
    private final ZoneId zone;
    private final Placeholders placeholders;

    /** Read times without an offset as those of {@code zone}. */
    TypedValues(ZoneId zone, Placeholders placeholders) {
        this.scalars = new ScalarText(zone);
        this.zone = zone;
        this.placeholders = placeholders;
    }

    /** Whether text such as {@code <any>} stands for the value of a column. */
    enum Placeholders {
        NONE,
        READ
    }

    /**
     * Return the value as one of Spark's external types, dates and times as those of {@code java.time}.
     *
     * @throws BadValueException when what is written is not one of the type
     */
    @Nullable
    Object read(@Nullable Object written, DataType type) throws BadValueException {
        if (written == null) {
            return null;
        }

        if (isNested(type)) {
            return nested(written instanceof String text ? parsed(text, type) : written, type);
        }

        if (VariantText.isVariant(type)) {
            return VariantText.read(written);
        }

        return scalar(written, type);
    }

    /** Return the value of a column or field, which may be declared NOT NULL. */
    @Nullable
    Object read(@Nullable Object written, StructField field) throws BadValueException {
        if (written == null && !field.nullable()) {
            throw BadValueException.because("found NULL, but it is declared NOT NULL");
        }

        return read(written, field.dataType());
    }

    /** Return the value of a column, or the {@link Placeholder} that is written in its place. */
    @Nullable
    Object column(@Nullable Object written, StructField field) throws BadValueException {
        if (placeholders == Placeholders.NONE || !(written instanceof String text)) {
            return read(written, field);
        }

        Optional<Placeholder> placeholder = Placeholder.read(text, zone);
        return placeholder.isPresent() ? placeholder.get() : read(Placeholder.unquoted(text), field);
    }

    private static boolean isNested(DataType type) {
        return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
    }

    private static Object parsed(String text, DataType type) throws BadValueException {
        Object value = JsonText.read(text);

        if (value == null || value instanceof String) {
            throw BadValueException.found(text, type, accepted(type));
        }

        return value;
    }

    private Object scalar(Object written, DataType type) throws BadValueException {
        if (written instanceof List || written instanceof Map) {
            throw BadValueException.found(written, type, "no nested value");
        }

        return scalars.read(text(written), type);
    }

    private static String text(Object written) {
        return written instanceof BigDecimal number ? number.toPlainString() : written.toString();
    }

    private Object nested(Object written, DataType type) throws BadValueException {
        if (type instanceof StructType struct && WrittenFields.areIn(written, struct)) {
            return struct(WrittenFields.of(written, struct), struct);
        }

        if (type instanceof MapType map && written instanceof Map<?, ?> entries) {
            return map(entries, map);
        }

        if (type instanceof ArrayType array && written instanceof List<?> elements) {
            return list(elements, array);
        }

        throw BadValueException.found(written, type, accepted(type));
    }

    private Object struct(Map<?, ?> fields, StructType type) throws BadValueException {
        List<@Nullable Object> values = new ArrayList<>();

        for (StructField field : type.fields()) {
            try {
                values.add(read(fields.get(field.name()), field));
            } catch (BadValueException e) {
                throw e.in("." + field.name());
            }
        }

        return RowFactory.create(values.toArray());
    }

    private List<@Nullable Object> list(List<?> elements, ArrayType type) throws BadValueException {
        List<@Nullable Object> values = new ArrayList<>(elements.size());

        for (Object element : elements) {
            try {
                values.add(read(element, type.elementType()));
            } catch (BadValueException e) {
                throw e.in("[" + values.size() + "]");
            }
        }

        return values;
    }

    private Map<Object, @Nullable Object> map(Map<?, ?> entries, MapType type) throws BadValueException {
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();

        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            try {
                Object key = read(entry.getKey(), type.keyType());
                values.put(requireNonNull(key), read(entry.getValue(), type.valueType()));
            } catch (BadValueException e) {
                throw e.in("['" + entry.getKey() + "']");
            }
        }

        return values;
    }

    private static String accepted(DataType type) {
        return type instanceof ArrayType ? "a JSON array" : "a JSON object";
    }
}
