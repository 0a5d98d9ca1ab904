package dev.lakelight.generate;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Values that are listed.
 *
 * @param edges all of them; the first is the simplest
 */
record ChosenValues(List<@Nullable Object> edges) implements ColumnValues {

    @Override
    public @Nullable Object random(Random random) {
        return edges.get(random.nextInt(edges.size()));
    }

    @Override
    public List<Object> simpler(Object value) {
        return List.copyOf(edges.subList(0, Math.max(0, edges.indexOf(value))));
    }
}
