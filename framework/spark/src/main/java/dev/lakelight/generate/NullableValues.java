package dev.lakelight.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Values among which are NULLs. They do not become NULL when they are made simpler: that is mostly another failure.
 *
 * @param values that are not NULL
 * @param share of NULLs, from 0 to 1
 */
record NullableValues(ColumnValues values, double share) implements ColumnValues {

    @Override
    public List<@Nullable Object> edges() {
        List<@Nullable Object> edges = new ArrayList<>();
        edges.add(null);

        if (share < 1) {
            edges.addAll(values.edges());
        }

        return edges;
    }

    @Override
    public @Nullable Object random(Random random) {
        return random.nextDouble() < share ? null : values.random(random);
    }

    @Override
    public List<Object> simpler(Object value) {
        return values.simpler(value);
    }
}
