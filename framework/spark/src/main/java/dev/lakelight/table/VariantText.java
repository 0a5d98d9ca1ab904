package dev.lakelight.table;

import java.io.IOException;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.unsafe.types.VariantVal;

/** Reads VARIANT values, which are written as JSON. */
final class VariantText {

    private static final boolean DUPLICATE_KEYS_REFUSED = false;

    private VariantText() {}

    static boolean isVariant(DataType type) {
        return type.typeName().equals("variant");
    }

    /**
     * Return the value that is written, as JSON text or as what JSON was read into.
     *
     * @throws BadValueException when the text is not JSON
     */
    static VariantVal read(Object written) throws BadValueException {
        String json = written instanceof String text ? text : JsonText.write(written);

        try {
            Variant variant = VariantBuilder.parseJson(json, DUPLICATE_KEYS_REFUSED);
            return new VariantVal(variant.getValue(), variant.getMetadata());
        } catch (IOException | RuntimeException e) {
            throw BadValueException.because("'%s' is not the JSON that VARIANT takes".formatted(json));
        }
    }
}
