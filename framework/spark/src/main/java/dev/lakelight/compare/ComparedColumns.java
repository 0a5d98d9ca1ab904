package dev.lakelight.compare;

import dev.lakelight.problem.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of two tables that are compared, and the types in which they are. */
final class ComparedColumns {

    private final ComparedTable actual;
    private final ComparedTable expected;
    private final int[] actualPositions;
    private final int[] expectedPositions;
    private final StructType actualSchema;
    private final StructType expectedSchema;

    private ComparedColumns(ComparedTable actual, ComparedTable expected, ComparisonRules rules) {
        rules.columns().check(expected.schema(), actual.schema());
        this.actual = actual;
        this.expected = expected;
        this.expectedPositions = rules.columns().positions(expected.schema());
        StructType wanted = chosen(expected.schema(), expectedPositions);
        this.actualPositions = rules.columns().positions(actual.schema(), wanted);
        StructType found = chosen(actual.schema(), actualPositions);
        this.expectedSchema = rules.takesWiderTypes() ? widened(wanted, found) : wanted;
        this.actualSchema = rules.takesWiderTypes() ? widened(found, wanted) : found;
    }

    /**
     * Choose the columns.
     *
     * @throws UserError when a rule names a column that neither table has
     */
    static ComparedColumns of(ComparedTable actual, ComparedTable expected, ComparisonRules rules) {
        return new ComparedColumns(actual, expected, rules);
    }

    /**
     * Choose the columns of tables that Spark computes.
     *
     * @throws UserError when both are in memory
     */
    static ComparedColumns inSpark(ComparedTable actual, ComparedTable expected, ComparisonRules rules) {
        SparkSession session =
                session(actual).or(() -> session(expected)).orElseThrow(() -> inMemory(actual, expected));
        return of(
                ComparedTable.of(actual.name(), actual.dataset(session)),
                ComparedTable.of(expected.name(), expected.dataset(session)),
                rules);
    }

    private static Optional<SparkSession> session(ComparedTable table) {
        return table instanceof SparkTable spark ? Optional.of(spark.session()) : Optional.empty();
    }

    private static UserError inMemory(ComparedTable actual, ComparedTable expected) {
        return new UserError(
                "%s and %s are both in memory, so there is no Spark session for a dataset of their differences."
                        .formatted(actual.name(), expected.name()));
    }

    /** Return the tree of the schemas with the differing columns marked; no lines when they agree. */
    List<String> schemaTree() {
        return SchemaTree.differences(expectedSchema, actualSchema);
    }

    /** Return the columns of both sides, once the schemas agree. */
    StructType schema() {
        return expectedSchema;
    }

    Side expectedSide() {
        return new Side(expected, expectedPositions, expectedSchema);
    }

    Side actualSide() {
        int[] order = FieldPair.positions(expectedSchema, actualSchema);
        int[] positions = Arrays.stream(order).map(i -> actualPositions[i]).toArray();
        return new Side(actual, positions, expectedSchema);
    }

    private static StructType chosen(StructType schema, int[] positions) {
        return new StructType(Arrays.stream(positions).mapToObj(schema::apply).toArray(StructField[]::new));
    }

    /** Give columns the type that holds the values of both sides, where there is one. */
    private static StructType widened(StructType schema, StructType other) {
        int[] positions = FieldPair.positions(schema, other);
        StructField[] fields = schema.fields().clone();

        for (int i = 0; i < fields.length; i++) {
            if (positions[i] != FieldPair.NOWHERE) {
                DataType type = fields[i].dataType();
                DataType wide =
                        WiderType.of(type, other.apply(positions[i]).dataType()).orElse(type);
                fields[i] = new StructField(fields[i].name(), wide, true, fields[i].metadata());
            }
        }

        return new StructType(fields);
    }
}
