package dev.lakelight.compare;

import java.time.ZoneOffset;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.unsafe.types.VariantVal;
import org.jspecify.annotations.Nullable;

/**
 * What a variant holds, apart from how it is encoded: its JSON alone would not tell a DATE from a text, nor 1.0 as DOUBLE from
 * DECIMAL.
 *
 * @param types the types of its values, nested as they are; the order of an object's fields is Spark's, by name
 * @param json for people, times in UTC
 */
record VariantCell(String types, String json) implements Comparable<VariantCell> {

    /** No JSON that Spark writes has it: control characters are escaped. */
    static final char SEPARATOR = '\0';

    static VariantCell of(VariantVal value) {
        Variant variant = new Variant(value.getValue(), value.getMetadata());
        StringBuilder types = new StringBuilder();
        addTypes(variant, types);
        return new VariantCell(types.toString(), variant.toJson(ZoneOffset.UTC));
    }

    /** Read what {@link #joined} wrote. */
    static VariantCell split(String text) {
        int at = text.indexOf(SEPARATOR);
        return new VariantCell(text.substring(0, at), text.substring(at + 1));
    }

    /** Return a text by which Spark can group. */
    static @Nullable String joined(@Nullable VariantVal value) {
        if (value == null) {
            return null;
        }

        VariantCell cell = of(value);
        return cell.types + SEPARATOR + cell.json;
    }

    private static void addTypes(Variant variant, StringBuilder types) {
        types.append(variant.getType().name());

        switch (variant.getType()) {
            case ARRAY -> {
                for (int i = 0; i < variant.arraySize(); i++) {
                    addTypes(variant.getElementAtIndex(i), types.append(' '));
                }
            }
            case OBJECT -> {
                for (int i = 0; i < variant.objectSize(); i++) {
                    addTypes(variant.getFieldAtIndex(i).value, types.append(' '));
                }
            }
            default -> {}
        }
    }

    @Override
    public int compareTo(VariantCell other) {
        int order = json.compareTo(other.json);
        return order == 0 ? types.compareTo(other.types) : order;
    }

    @Override
    public String toString() {
        return json;
    }
}
