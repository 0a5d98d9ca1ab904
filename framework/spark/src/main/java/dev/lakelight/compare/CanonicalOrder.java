package dev.lakelight.compare;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders canonical values for display: NULL first, then as SQL does; what has no order by its text. */
final class CanonicalOrder {

    static final Comparator<CountedRow> OF_ROWS = (left, right) -> compareAll(left.values(), right.values());

    private CanonicalOrder() {}

    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }

        if (left instanceof List<?> these && right instanceof List<?> those) {
            return compareAll(these, those);
        }

        return left instanceof Comparable<?> && left.getClass() == right.getClass()
                ? compareSame(left, right)
                : text(left).compareTo(text(right));
    }

    /** Equal maps have their entries in any order. */
    private static String text(Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
                : value.toString();
    }

    private static int compareAll(List<?> left, List<?> right) {
        Iterator<?> others = right.iterator();

        for (Object value : left) {
            int order = others.hasNext() ? compare(value, others.next()) : 1;

            if (order != 0) {
                return order;
            }
        }

        return others.hasNext() ? -1 : 0;
    }

    @SuppressWarnings("unchecked")
    private static int compareSame(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
