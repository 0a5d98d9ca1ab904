package dev.lakelight.databricks.check;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableDifference;
import java.util.List;

/**
 * What does not hold of a table.
 *
 * @param declaredAt where it is expected
 * @param unmet a text for each expectation that does not hold
 * @param differences of rows or schema
 */
record TableVerdict(SourceLocation declaredAt, List<String> unmet, List<TableDifference> differences) {}
