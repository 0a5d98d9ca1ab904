package dev.lakelight.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.unsafe.types.VariantVal;
import org.jspecify.annotations.Nullable;

/** VARIANT: what JSON can hold. */
final class VariantValues implements ColumnValues {

    private static final int MOST = 1000;

    /** A variant's null is no NULL. */
    private static final List<String> EDGES = List.of(
            "null",
            "0",
            "true",
            "\"\"",
            "\"text\"",
            "1.10",
            "9223372036854775807",
            "[]",
            "{}",
            "{\"a\": null}",
            "{\"a\": [1, \"x\", {\"b\": [[]]}], \"\": false}");

    @Override
    public List<@Nullable Object> edges() {
        return new ArrayList<>(EDGES.stream().map(VariantValues::variant).toList());
    }

    @Override
    public Object random(Random random) {
        return variant("{\"n\": %d, \"list\": [%d, \"%x\"]}"
                .formatted(random.nextInt(MOST), random.nextInt(MOST), random.nextInt(MOST)));
    }

    @Override
    public List<Object> simpler(Object value) {
        Object zero = variant("0");
        return value.equals(zero) ? List.of() : List.of(zero);
    }

    private static Object variant(String json) {
        try {
            Variant variant = VariantBuilder.parseJson(json, false);
            return new VariantVal(variant.getValue(), variant.getMetadata());
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
