package dev.lakelight.scenario;

import dev.lakelight.yaml.YamlValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a value of a row. A scalar only becomes a number or a boolean when that has the very text that was written. */
final class InlineValue {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d*");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d*)\\.\\d+");

    private InlineValue() {}

    static @Nullable Object of(YamlValue value) {
        if (value.isList()) {
            return list(value);
        }

        if (value.isMapping()) {
            return mapping(value);
        }

        return value.isNull() ? null : scalar(value);
    }

    private static List<@Nullable Object> list(YamlValue value) {
        List<@Nullable Object> items = new ArrayList<>();
        value.list().forEach(item -> items.add(of(item)));
        return items;
    }

    private static Map<String, @Nullable Object> mapping(YamlValue value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        value.object().entries().forEach(entry -> fields.put(entry.key(), of(entry.value())));
        return fields;
    }

    private static Object scalar(YamlValue value) {
        String text = value.raw();

        if (value.hasTag(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }

        if (value.hasTag(Tag.INT) && WHOLE.matcher(text).matches()) {
            return whole(new BigInteger(text));
        }

        return value.hasTag(Tag.FLOAT) && DECIMAL.matcher(text).matches() ? decimal(text) : text;
    }

    /** Return a decimal unless it would not be written like this: it knows no negative zero. */
    private static Object decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.toPlainString().equals(text) ? number : text;
    }

    private static Number whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? number.longValueExact() : number;
    }
}
