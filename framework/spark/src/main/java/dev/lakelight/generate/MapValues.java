package dev.lakelight.generate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps: the empty one, one with a single entry, whose value is NULL where that may be, one with all edges of its keys.
 *
 * @param keys never NULL
 * @param values of the entries
 */
record MapValues(ColumnValues keys, ColumnValues values) implements ColumnValues {

    private static final int MOST_RANDOM = 4;

    @Override
    public List<@Nullable Object> edges() {
        List<@Nullable Object> someKeys = keys.edges();
        List<@Nullable Object> someValues = values.edges();
        return new ArrayList<>(
                List.of(Map.of(), map(someKeys.subList(0, 1), someValues.subList(0, 1)), map(someKeys, someValues)));
    }

    @Override
    public Object random(Random random) {
        int size = random.nextInt(MOST_RANDOM);
        List<@Nullable Object> someKeys = new ArrayList<>();
        List<@Nullable Object> someValues = new ArrayList<>();

        for (int i = 0; i < size; i++) {
            someKeys.add(keys.random(random));
            someValues.add(values.random(random));
        }

        return map(someKeys, someValues);
    }

    @Override
    public List<Object> simpler(Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        List<Object> simpler = new ArrayList<>();

        if (!map.isEmpty()) {
            simpler.add(Map.of());
        }

        if (map.size() > 1) {
            Map<Object, @Nullable Object> first = new LinkedHashMap<>();
            map.entrySet().stream().limit(1).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
            simpler.add(first);
        }

        return simpler;
    }

    /** Keys that Spark takes for the same come once. */
    private static Map<Object, @Nullable Object> map(List<@Nullable Object> keys, List<@Nullable Object> values) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        Set<Object> seen = new HashSet<>();

        for (int i = 0; i < keys.size(); i++) {
            Object key = requireNonNull(keys.get(i));

            if (seen.add(KeyTuple.comparable(key))) {
                map.put(key, values.get(i % values.size()));
            }
        }

        return map;
    }
}
