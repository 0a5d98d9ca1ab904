package dev.lakelight.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and how often it occurs.
 *
 * @param values in canonical form
 * @param count at least 1
 */
record CountedRow(List<@Nullable Object> values, long count) {}
