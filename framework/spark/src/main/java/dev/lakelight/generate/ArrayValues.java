package dev.lakelight.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Arrays: the empty one, one with the first edge of its elements, which is NULL where that may be, one with all of them.
 *
 * @param elements values of the elements
 */
record ArrayValues(ColumnValues elements) implements ColumnValues {

    private static final int MOST_RANDOM = 4;

    @Override
    public List<@Nullable Object> edges() {
        List<@Nullable Object> all = elements.edges();
        return new ArrayList<>(List.of(List.of(), new ArrayList<>(all.subList(0, 1)), all));
    }

    @Override
    public Object random(Random random) {
        int size = random.nextInt(MOST_RANDOM);
        List<@Nullable Object> values = new ArrayList<>();

        for (int i = 0; i < size; i++) {
            values.add(elements.random(random));
        }

        return values;
    }

    @Override
    public List<Object> simpler(Object value) {
        List<?> list = (List<?>) value;
        List<Object> simpler = new ArrayList<>();

        for (int size = 0; size < list.size(); size += (list.size() - size + 1) / 2) {
            simpler.add(new ArrayList<>(list.subList(0, size)));
        }

        return simpler;
    }
}
