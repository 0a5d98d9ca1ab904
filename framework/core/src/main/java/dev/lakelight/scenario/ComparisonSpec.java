package dev.lakelight.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are compared with the expected ones.
 *
 * @param only columns that are compared; empty for all
 * @param ignore columns that are not
 * @param options what is switched on
 * @param tolerance of all columns with fractions: a distance such as 0.01, or a part such as 1%; null for none
 * @param tolerances likewise, by column
 */
public record ComparisonSpec(
        List<String> only,
        List<String> ignore,
        Set<Option> options,
        @Nullable String tolerance,
        Map<String, String> tolerances) {

    /** Every value of every column must be equal. */
    public static final ComparisonSpec EXACT = new ComparisonSpec(List.of(), List.of(), Set.of(), null, Map.of());

    /** What is off unless it is asked for. */
    public enum Option {
        /** Columns that nobody expects do not count. */
        PARTIAL,
        /** Types of which one is wider than the other are the same. */
        WIDER_TYPES,
        /** Text such as {@code <any>} stands for a value. */
        PLACEHOLDERS
    }

    public ComparisonSpec {
        only = List.copyOf(only);
        ignore = List.copyOf(ignore);
        options = Set.copyOf(options);
        tolerances = Map.copyOf(tolerances);
    }
}
