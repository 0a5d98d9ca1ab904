package dev.lakelight.compare;

import org.jspecify.annotations.Nullable;

/** Says whether two values in canonical form count as equal. */
@FunctionalInterface
interface CellEquality {

    boolean areEqual(@Nullable Object expected, @Nullable Object actual);
}
