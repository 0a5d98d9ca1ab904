package dev.lakelight.assertion;

import dev.lakelight.delta.TableDefinition;
import dev.lakelight.problem.NearestName;
import dev.lakelight.table.SchemaText;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the columns of a Delta table, its comments, partitioning and clustering. */
public class SchemaAssert extends AbstractAssert<SchemaAssert, TableDefinition> {

    private final LakeTableAssert table;

    SchemaAssert(TableDefinition actual, LakeTableAssert table) {
        super(actual, SchemaAssert.class);
        this.table = table;
    }

    /**
     * Verify that there is a column of a type.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT, amount DECIMAL(10,2))");
     *
     * // passes
     * assertThat(lake.table("a")).schema().hasColumn("amount", "DECIMAL(10,2)");
     *
     * // fails
     * assertThat(lake.table("a")).schema().hasColumn("amount", "DOUBLE");
     * }</pre>
     *
     * @param type Spark DDL
     * @throws AssertionError when there is no such column, or it has another type
     * @throws dev.lakelight.problem.UserError when there is no such type
     */
    public SchemaAssert hasColumn(String name, String type) {
        StructField wanted = SchemaText.read("c " + type).fields()[0];
        StructField found = column(name);

        if (!found.dataType().sameType(wanted.dataType())) {
            throw table.failure(SchemaMessages.otherType(table.tableName(), found, wanted.dataType()));
        }

        return this;
    }

    /**
     * Verify that columns do not take NULL.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT NOT NULL, name STRING)");
     *
     * // passes
     * assertThat(lake.table("a")).schema().hasNotNull("id");
     *
     * // fails
     * assertThat(lake.table("a")).schema().hasNotNull("id", "name");
     * }</pre>
     *
     * @throws AssertionError when one takes NULL, or there is no such column
     */
    public SchemaAssert hasNotNull(String... columns) {
        return requireNullable(Boolean.FALSE, columns);
    }

    /**
     * Verify that columns take NULL.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT NOT NULL, name STRING)");
     *
     * // passes
     * assertThat(lake.table("a")).schema().hasNullable("name");
     *
     * // fails
     * assertThat(lake.table("a")).schema().hasNullable("id");
     * }</pre>
     *
     * @throws AssertionError when one does not take NULL, or there is no such column
     */
    public SchemaAssert hasNullable(String... columns) {
        return requireNullable(Boolean.TRUE, columns);
    }

    /**
     * Verify the comment of the table; the empty text means that it has none.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT) COMMENT 'orders, one row each'");
     *
     * // passes
     * assertThat(lake.table("a")).schema().hasComment("orders, one row each");
     *
     * // fails
     * assertThat(lake.table("a")).schema().hasComment("");
     * }</pre>
     *
     * @throws AssertionError when it has another one
     */
    public SchemaAssert hasComment(String expected) {
        if (!actual.comment().equals(expected)) {
            throw table.failure(SchemaMessages.otherComment(table.tableName(), expected, actual.comment()));
        }

        return this;
    }

    /**
     * Verify the comment of a column; the empty text means that it has none.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT COMMENT 'of the shop')");
     *
     * // passes
     * assertThat(lake.table("a")).schema().hasColumnComment("id", "of the shop");
     *
     * // fails
     * assertThat(lake.table("a")).schema().hasColumnComment("id", "of the web shop");
     * }</pre>
     *
     * @throws AssertionError when it has another one, or there is no such column
     */
    public SchemaAssert hasColumnComment(String column, String expected) {
        String found = column(column).getComment().getOrElse(() -> "");

        if (!found.equals(expected)) {
            String place = "column %s of %s".formatted(column, table.tableName());
            throw table.failure(SchemaMessages.otherComment(place, expected, found));
        }

        return this;
    }

    /**
     * Verify the columns that the table is partitioned by, in order; without any that it is not partitioned.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT, day DATE) PARTITIONED BY (day)");
     *
     * // passes
     * assertThat(lake.table("a")).schema().isPartitionedBy("day");
     *
     * // fails
     * assertThat(lake.table("a")).schema().isPartitionedBy();
     * }</pre>
     *
     * @throws AssertionError when they are others
     */
    public SchemaAssert isPartitionedBy(String... columns) {
        return requireColumns("partitioned", columns, actual.partitionColumns());
    }

    /**
     * Verify the columns that the table is clustered by, in order; without any that it is not clustered.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT, day DATE) CLUSTER BY (id)");
     *
     * // passes
     * assertThat(lake.table("a")).schema().isClusteredBy("id");
     *
     * // fails
     * assertThat(lake.table("a")).schema().isClusteredBy("day");
     * }</pre>
     *
     * @throws AssertionError when they are others
     */
    public SchemaAssert isClusteredBy(String... columns) {
        return requireColumns("clustered", columns, actual.clusteringColumns());
    }

    /** Go back to the table. */
    public LakeTableAssert returnToTable() {
        return table;
    }

    private SchemaAssert requireColumns(String how, String[] expected, List<String> found) {
        List<String> wanted = Arrays.asList(expected);

        if (!found.equals(wanted)) {
            throw table.failure(SchemaMessages.otherColumns(table.tableName(), how, wanted, found));
        }

        return this;
    }

    private SchemaAssert requireNullable(Boolean expected, String... columns) {
        for (String name : columns) {
            if (column(name).nullable() != expected) {
                throw table.failure(SchemaMessages.otherNullability(table.tableName(), column(name)));
            }
        }

        return this;
    }

    private StructField column(String name) {
        StructType schema = actual.schema();
        List<String> names = List.of(schema.fieldNames());

        if (!names.contains(name)) {
            throw table.failure(SchemaMessages.noColumn(table.tableName(), name, names, NearestName.to(name, names)));
        }

        return schema.apply(name);
    }
}
