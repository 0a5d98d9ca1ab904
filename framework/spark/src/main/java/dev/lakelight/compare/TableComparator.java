package dev.lakelight.compare;

import dev.lakelight.compare.ComparisonRules.Flag;
import dev.lakelight.problem.UserError;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Compares tables exactly. Immutable.
 *
 * <p>Schemas come first: columns are matched by name, letter case included, and must have the same types, decimals of the same
 * precision and scale, nested types all the way down. Neither the order of columns nor nullability counts.
 *
 * <p>Then rows are compared as multisets: their order does not count, duplicates do. Values are equal as with Spark's
 * {@code <=>}: NULL equals NULL, NaN equals NaN, -0.0 equals 0.0; maps have no order; a NULL struct is not a struct of NULLs.
 * Text is equal when its characters are, whatever its collation; variants are when their values are and the types of these.
 *
 * <p>Up to 100,000 rows, 2 million values and 32 MiB a side are compared in memory. Larger tables Spark compares in one shuffle, by
 * all bytes of all rows; no more than that of the differing rows comes to the driver. Nothing is cached, and no RDD is used, but a
 * session of Spark Connect is not enough: plans and settings are looked at.
 */
public final class TableComparator {

    private final ComparisonRules rules;

    private TableComparator(ComparisonRules rules) {
        this.rules = rules;
    }

    /** Return a comparator of all columns and of rows without order and key, by which values must be equal. */
    public static TableComparator exact() {
        return new TableComparator(ComparisonRules.EXACT);
    }

    /**
     * Return a comparator that pairs differing rows by these columns and shows them cell by cell. Expected rows must differ in
     * their key; no columns mean no key.
     */
    public TableComparator pairedBy(List<String> columns) {
        return new TableComparator(rules.pairedBy(columns));
    }

    /** Return a comparator that wants rows in the expected order. */
    public TableComparator inOrder() {
        return new TableComparator(rules.with(Flag.ORDERED));
    }

    /** Return a comparator of these columns only. */
    public TableComparator onlyColumns(String... names) {
        return new TableComparator(rules.with(rules.columns().only(List.of(names))));
    }

    /** Return a comparator of all columns but these, of which either side may have some, all or none. */
    public TableComparator ignoringColumns(String... names) {
        return new TableComparator(rules.with(rules.columns().without(List.of(names))));
    }

    /** Return a comparator of the expected columns only: others of the actual table do not count. */
    public TableComparator partial() {
        return new TableComparator(rules.with(rules.columns().withoutOthers()));
    }

    /**
     * Return a comparator to which types of a column are the same when one of them, or a third one, holds the values of both
     * without loss, as Delta's type widening has it: INT and BIGINT, FLOAT and DOUBLE, DECIMAL(5,2) and DECIMAL(10,3).
     */
    public TableComparator takingWiderTypes() {
        return new TableComparator(rules.with(Flag.WIDER_TYPES));
    }

    /** Return a comparator with a tolerance for all FLOAT, DOUBLE and DECIMAL columns outside the key, nested values too. */
    public TableComparator withTolerance(Tolerance tolerance) {
        return new TableComparator(rules.with(rules.cells().with(tolerance)));
    }

    /** Return a comparator with a tolerance for all numbers in a column, nested values too. */
    public TableComparator withTolerance(String column, Tolerance tolerance) {
        return new TableComparator(rules.with(rules.cells().with(column, tolerance)));
    }

    /**
     * Return a comparator that asks you which values of a column are equal: the expected one first, then the actual one. Either may
     * be null. Values are those of {@code java.time} and {@code java.math} for times and decimals, ByteBuffer for BINARY, and lists
     * and maps for nested ones.
     */
    public TableComparator comparing(String column, BiPredicate<@Nullable Object, @Nullable Object> equality) {
        return new TableComparator(rules.with(rules.cells().with(column, equality::test)));
    }

    /** Return a comparator that asks you which values of a type are equal, as {@link #comparing(String, BiPredicate)} does. */
    public TableComparator comparing(DataType type, BiPredicate<@Nullable Object, @Nullable Object> equality) {
        return new TableComparator(rules.with(rules.cells().with(type, equality::test)));
    }

    /** Return a comparator for which expected rows are read with {@link dev.lakelight.table.Placeholder placeholders}. */
    public TableComparator withPlaceholders() {
        return new TableComparator(rules.with(Flag.PLACEHOLDERS));
    }

    /** Return whether expected rows are to be read with placeholders. */
    public boolean readsPlaceholders() {
        return rules.readsPlaceholders();
    }

    /**
     * Compare two tables.
     *
     * @return how they differ, or nothing when they do not
     * @throws UserError when there is no column of the key, or it does not tell the expected rows apart
     */
    public Optional<Mismatch> compare(ComparedTable actual, ComparedTable expected) {
        ComparedColumns columns = ComparedColumns.of(actual, expected, rules);
        List<String> tree = columns.schemaTree();
        return tree.isEmpty()
                ? new RowsOfTables(actual, expected, rules).compare(columns)
                : Optional.of(Mismatch.ofSchemas(actual.name(), expected.name(), tree));
    }

    /**
     * Return all differing rows of two tables as a dataset, of any size, to be saved or queried. Nothing is computed before that is.
     *
     * <p>Without a key its columns are {@code kind} (MISSING or UNEXPECTED), {@code count}, and the structs {@code expected} and
     * {@code actual}, of which one is null. With a key they are {@code kind} (CHANGED as well), the struct {@code key}, {@code
     * changed} with the names of the columns that differ, {@code expected} and {@code actual}; each line is one row of each side.
     * Variants are in it as JSON.
     *
     * @throws UserError when the schemas differ, both tables are in memory, or there are rules for the equality of values, which
     *     this dataset does not know
     */
    public Dataset<Row> differences(ComparedTable actual, ComparedTable expected) {
        if (!rules.cells().equals(CellRuleBook.EMPTY) || rules.readsPlaceholders()) {
            throw new UserError(
                    "A dataset of differences is exact: it knows no tolerances, comparators and placeholders."
                            + " Ask for it without them.");
        }

        ComparedColumns columns = ComparedColumns.inSpark(actual, expected, rules);
        List<String> tree = columns.schemaTree();

        if (!tree.isEmpty()) {
            throw new UserError(
                    Mismatch.ofSchemas(actual.name(), expected.name(), tree).text());
        }

        CellText text = new CellText(actual.zone());
        return rules.key().isEmpty()
                ? DifferenceRows.unpaired(columns.expectedSide(), columns.actualSide())
                : DifferenceRows.paired(
                        columns.expectedSide(), columns.actualSide(), RowKey.of(rules.key(), columns.schema(), text));
    }

    /** Return whether the schemas of two tables agree, so that their rows can be compared. */
    public boolean isOfOneSchema(ComparedTable actual, ComparedTable expected) {
        return ComparedColumns.of(actual, expected, rules).schemaTree().isEmpty();
    }

    /** Compare all columns of the schemas of two tables, and no rows. */
    public static Optional<Mismatch> compareSchemas(ComparedTable actual, ComparedTable expected) {
        List<String> tree = SchemaTree.differences(expected.schema(), actual.schema());
        return tree.isEmpty()
                ? Optional.empty()
                : Optional.of(Mismatch.ofSchemas(actual.name(), expected.name(), tree));
    }
}
