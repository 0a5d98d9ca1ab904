package dev.lakelight.compare;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.TableDifference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;

/**
 * Compares tables exactly. Immutable.
 *
 * <p>Schemas come first: columns are matched by name, letter case included, and must have the same types, decimals of the same
 * precision and scale, nested types all the way down. Neither the order of columns nor nullability counts.
 *
 * <p>Then rows are compared as multisets: their order does not count, duplicates do. Values are equal as with Spark's
 * {@code <=>}: NULL equals NULL, NaN equals NaN, -0.0 equals 0.0; maps have no order; a NULL struct is not a struct of NULLs.
 * Text is equal when its characters are, whatever its collation; variants are when their JSON is.
 *
 * <p>Up to 100,000 rows or 2 million values a side are compared in memory. Of larger tables one side is read row by row while the
 * other is held; when both are larger, Spark compares them in one shuffle. Nothing is cached.
 */
public final class TableComparator {

    private final List<String> key;
    private final boolean ordered;

    private TableComparator(List<String> key, boolean ordered) {
        this.key = List.copyOf(key);
        this.ordered = ordered;
    }

    /** Return a comparator of rows without order and key. */
    public static TableComparator exact() {
        return new TableComparator(List.of(), false);
    }

    /**
     * Return a comparator that pairs differing rows by these columns and shows them cell by cell. Expected rows must differ in
     * their key; no columns mean no key.
     */
    public TableComparator pairedBy(List<String> columns) {
        return new TableComparator(columns, ordered);
    }

    /** Return a comparator that wants rows in the expected order. */
    public TableComparator inOrder() {
        return new TableComparator(key, true);
    }

    /**
     * Compare two tables.
     *
     * @return how they differ, or nothing when they do not
     * @throws UserError when there is no column of the key, or it does not tell the expected rows apart
     */
    public Optional<Mismatch> compare(ComparedTable actual, ComparedTable expected) {
        return compareSchemas(actual, expected).or(() -> compareRows(actual, expected));
    }

    /** Compare the schemas of two tables only. */
    public static Optional<Mismatch> compareSchemas(ComparedTable actual, ComparedTable expected) {
        List<String> tree = SchemaTree.differences(expected.schema(), actual.schema());
        return tree.isEmpty()
                ? Optional.empty()
                : Optional.of(Mismatch.ofSchemas(actual.name(), expected.name(), tree));
    }

    private Optional<Mismatch> compareRows(ComparedTable actual, ComparedTable expected) {
        StructType schema = expected.schema();
        CellText text = new CellText(actual.zone());
        RowComparison comparison = new RowComparison(
                new Side(expected, IntStream.range(0, schema.size()).toArray()),
                new Side(actual, FieldPair.positions(schema, actual.schema())),
                key.isEmpty() ? null : RowKey.of(key, schema, text));
        Differences found = ordered ? comparison.ordered() : comparison.unordered();

        if (found.isEmpty()) {
            return Optional.empty();
        }

        TableDifference difference = new TableDifference(
                actual.name(),
                expected.name(),
                List.of(),
                List.of(schema.fieldNames()),
                key,
                new ShownRows(schema, text).of(found),
                found.missingTotal(),
                found.unexpectedTotal(),
                found.changedTotal(),
                null);
        return Optional.of(new Mismatch(difference, comparison.notes()));
    }
}
