package dev.lakelight.table;

import dev.lakelight.problem.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The fields of a struct as somebody has written them: by their names, or all of them in order. */
final class WrittenFields {

    private WrittenFields() {}

    static boolean areIn(Object written, StructType type) {
        return written instanceof Map || (written instanceof List<?> values && values.size() == type.size());
    }

    /**
     * Return what is written by name.
     *
     * @throws BadValueException when there is no field of a name
     */
    static Map<?, ?> of(Object written, StructType type) throws BadValueException {
        if (written instanceof Map<?, ?> fields) {
            refuseUnknown(fields.keySet(), List.of(type.fieldNames()));
            return fields;
        }

        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        ((List<?>) written).forEach(value -> named.put(type.fieldNames()[named.size()], value));
        return named;
    }

    private static void refuseUnknown(Set<?> found, List<String> accepted) throws BadValueException {
        Optional<String> unknown = found.stream()
                .map(String::valueOf)
                .filter(name -> !accepted.contains(name))
                .findFirst();

        if (unknown.isPresent()) {
            String name = unknown.get();
            String hint = NearestName.to(name, accepted)
                    .map(" Perhaps you mean '%s'."::formatted)
                    .orElse("");
            throw BadValueException.because(
                    "has no field '%s'; its fields are %s.%s".formatted(name, String.join(", ", accepted), hint));
        }
    }
}
