package dev.lakelight.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is written, not typed yet.
 *
 * @param place where
 * @param values in the order of the written columns, as {@link TypedValues} takes them
 */
record WrittenRow(Place place, List<? extends @Nullable Object> values) {}
