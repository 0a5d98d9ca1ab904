package dev.lakelight.generate;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The values that a column or a part of a nested one may have, as Spark's external ones with {@code java.time}. */
interface ColumnValues {

    /** Return the values at which code breaks, each once, the most telling first. There is at least one. */
    List<@Nullable Object> edges();

    /** Return any value. */
    @Nullable
    Object random(Random random);

    /** Return values that are simpler than a value of the column, the simplest first; none when it is as simple as can be. */
    List<Object> simpler(Object value);
}
