package dev.lakelight.junit;

import dev.lakelight.problem.UserError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what annotations hold as {@code key=value}. */
final class KeyValues {

    private KeyValues() {}

    /**
     * Return keys and values in order.
     *
     * @param what one of them is called in messages
     * @throws UserError when one has no {@code =}, no key, or the key of another
     */
    static Map<String, String> of(String what, String... texts) {
        Map<String, String> values = new LinkedHashMap<>();

        for (String text : texts) {
            int sign = text.indexOf('=');

            if (sign < 1) {
                throw new UserError("The %s '%s' is not of the form key=value.".formatted(what, text));
            }

            if (values.put(text.substring(0, sign).strip(), text.substring(sign + 1)) != null) {
                throw new UserError("The %s '%s' is given twice."
                        .formatted(what, text.substring(0, sign).strip()));
            }
        }

        return values;
    }
}
