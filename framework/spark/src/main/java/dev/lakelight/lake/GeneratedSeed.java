package dev.lakelight.lake;

import dev.lakelight.configuration.SeedSpec.Source.GeneratedData;
import dev.lakelight.configuration.SeedSpec.Source.GeneratedData.ColumnReference;
import dev.lakelight.delta.TableDefinition;
import dev.lakelight.delta.TableLog;
import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.generate.Reference;
import dev.lakelight.generate.ReferencedRows;
import dev.lakelight.generate.TableGenerator;
import dev.lakelight.generate.TableShape;
import dev.lakelight.problem.UserError;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the generation of rows for a table of a lake: by what the table is declared to be, or by a schema when there is no table.
 *
 * @param lake that the table is in
 */
record GeneratedSeed(Lake lake) implements ReferencedRows {

    /** More rows of another table make no difference to what refers to them. */
    private static final int MOST_TARGETS = 10_000;

    /** Return what a scenario wishes for. */
    static GeneratedRows wish(GeneratedData data) {
        GeneratedRows rows = GeneratedRows.of(data.count()).withSeed(data.seed());

        if (!data.unique().isEmpty()) {
            rows = rows.withKey(data.unique().toArray(String[]::new));
        }

        for (ColumnReference each : data.references()) {
            rows = rows.withReference(each.column(), each.table(), each.targetColumn());
        }

        for (Map.Entry<String, List<@Nullable Object>> column : data.values().entrySet()) {
            rows = rows.withValues(column.getKey(), column.getValue().toArray());
        }

        for (Map.Entry<String, List<Object>> column : data.ranges().entrySet()) {
            rows = rows.withRange(
                    column.getKey(), column.getValue().get(0), column.getValue().get(1));
        }

        for (Map.Entry<String, Double> column : data.nulls().entrySet()) {
            rows = rows.withNulls(column.getKey(), column.getValue());
        }

        return rows;
    }

    /**
     * Return what generates the rows of a table.
     *
     * @param schema of a table that does not exist, or null
     * @throws UserError when there is neither a table nor a schema, or both
     */
    TableGenerator generator(LakeTable table, @Nullable StructType schema, GeneratedRows rows) {
        if (schema != null && table.exists()) {
            throw new UserError("%s is there already, so its rows are generated for what it is. Leave the schema out."
                    .formatted(table.name()));
        }

        TableShape shape = schema == null ? shape(table) : TableShape.of(table.name(), schema);
        return TableGenerator.of(shape, rows, this, lake.session());
    }

    private static TableShape shape(LakeTable table) {
        return definition(table)
                .map(definition -> TableShape.of(table.name(), definition))
                .orElseGet(() -> TableShape.of(table.name(), table.dataset().schema()));
    }

    private static Optional<TableDefinition> definition(LakeTable table) {
        Optional<TableLog> log = table.log();
        return log.flatMap(found -> found.version().isPresent()
                ? Optional.of(found.state(found.version().getAsLong()).definition())
                : Optional.empty());
    }

    @Override
    public List<Row> of(Reference reference, StructType columns) {
        LakeTable table = lake.table(reference.table());
        List<String> targets = targets(reference, table);
        Column[] values = IntStream.range(0, targets.size())
                .mapToObj(i ->
                        SeedContent.column(targets.get(i)).cast(columns.apply(i).dataType()))
                .toArray(Column[]::new);
        Column[] order = IntStream.range(0, targets.size())
                .mapToObj(i -> functions.col("_" + i))
                .toArray(Column[]::new);
        String[] names =
                IntStream.range(0, targets.size()).mapToObj(i -> "_" + i).toArray(String[]::new);
        return table
                .dataset()
                .select(values)
                .toDF(names)
                .na()
                .drop()
                .orderBy(order)
                .limit(MOST_TARGETS)
                .collectAsList()
                .stream()
                .map(GeneratedSeed::withJavaTimes)
                .distinct()
                .toList();
    }

    /** Generated rows have the dates and times of {@code java.time}. */
    private static Row withJavaTimes(Row row) {
        return RowFactory.create(IntStream.range(0, row.length())
                .mapToObj(i -> withJavaTime(row.get(i)))
                .toArray());
    }

    private static Object withJavaTime(Object value) {
        if (value instanceof Date date) {
            return date.toLocalDate();
        }

        return value instanceof Timestamp time ? time.toInstant() : value;
    }

    private static List<String> targets(Reference reference, LakeTable table) {
        List<String> targets = reference.tableColumns().isEmpty()
                ? definition(table)
                        .map(definition ->
                                TableShape.of(table.name(), definition).uniqueKeys())
                        .filter(keys -> !keys.isEmpty())
                        .map(keys -> keys.get(0))
                        .orElse(List.of())
                : reference.tableColumns();
        List<String> known = Arrays.asList(table.dataset().columns());
        boolean found = targets.stream().allMatch(name -> known.stream().anyMatch(name::equalsIgnoreCase));

        if (targets.size() != reference.columns().size() || !found) {
            throw new UserError("%s cannot refer to %s (%s): the columns of %s are %s."
                    .formatted(
                            String.join(", ", reference.columns()),
                            reference.table(),
                            String.join(", ", targets),
                            reference.table(),
                            String.join(", ", known)));
        }

        return targets;
    }
}
