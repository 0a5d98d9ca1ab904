package dev.lakelight.dialect;

import dev.lakelight.delta.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.util.CharVarcharUtils;
import org.apache.spark.sql.catalyst.util.QuotingUtils;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * The statement that makes a Delta table of the same definition.
 *
 * @param table its name, quoted where needed
 * @param definition what its log says
 * @param properties those that Delta shows: with versions and features of the protocol
 * @param place of its files, null when it is managed
 */
record CreateStatement(
        String table,
        TableDefinition definition,
        Map<String, String> properties,
        @Nullable String place) {

    /** What Delta itself writes down, and does not let others set. */
    private static final Set<String> INTERNAL = Set.of(
            "delta.columnMapping.maxColumnId",
            "delta.feature.clustering",
            "delta.inCommitTimestampEnablementTimestamp",
            "delta.inCommitTimestampEnablementVersion",
            "delta.rowTracking.materializedRowCommitVersionColumnName",
            "delta.rowTracking.materializedRowIdColumnName");

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("CREATE TABLE %s (\n%s)".formatted(table, columns()));
        lines.add("USING delta");
        add(lines, "PARTITIONED BY", definition.partitionColumns());
        add(lines, "CLUSTER BY", definition.clusteringColumns());

        if (!definition.comment().isEmpty()) {
            lines.add("COMMENT " + literal(definition.comment()));
        }

        if (place != null) {
            lines.add("LOCATION " + literal(place));
        }

        String shown = propertyList();

        if (!shown.isEmpty()) {
            lines.add("TBLPROPERTIES (\n%s)".formatted(shown));
        }

        return String.join("\n", lines);
    }

    private String columns() {
        Stream<String> columns = Arrays.stream(
                        CharVarcharUtils.getRawSchema(definition.schema()).fields())
                .map(CreateStatement::column);
        Stream<String> keys = definition.declaredKeys().entrySet().stream()
                .map(key -> "CONSTRAINT %s %s".formatted(QuotingUtils.quoteIfNeeded(key.getKey()), key.getValue()));
        return indented(Stream.concat(columns, keys));
    }

    private static String column(StructField field) {
        return "%s %s%s%s%s%s"
                .formatted(
                        QuotingUtils.quoteIfNeeded(field.name()),
                        field.dataType().sql(),
                        field.nullable() ? "" : " NOT NULL",
                        field.getCurrentDefaultValue().map(" DEFAULT "::concat).getOrElse(() -> ""),
                        generation(field.metadata()),
                        field.getComment()
                                .map(text -> " COMMENT " + literal(text))
                                .getOrElse(() -> ""));
    }

    private static String generation(Metadata column) {
        if (column.contains("delta.generationExpression")) {
            return " GENERATED ALWAYS AS (%s)".formatted(column.getString("delta.generationExpression"));
        }

        return column.contains("delta.identity.start")
                ? " GENERATED %s AS IDENTITY (START WITH %d INCREMENT BY %d)"
                        .formatted(
                                column.getBoolean("delta.identity.allowExplicitInsert") ? "BY DEFAULT" : "ALWAYS",
                                column.getLong("delta.identity.start"),
                                column.getLong("delta.identity.step"))
                : "";
    }

    private void add(List<String> lines, String clause, List<String> columns) {
        if (!columns.isEmpty()) {
            lines.add(columns.stream().map(this::quoted).collect(Collectors.joining(", ", clause + " (", ")")));
        }
    }

    /** A dot stands between the names of a field and its struct, unless a column is called so. */
    private String quoted(String column) {
        return Arrays.asList(definition.schema().fieldNames()).contains(column)
                ? QuotingUtils.quoteIfNeeded(column)
                : Arrays.stream(column.split("\\."))
                        .map(QuotingUtils::quoteIfNeeded)
                        .collect(Collectors.joining("."));
    }

    private String propertyList() {
        return indented(properties.entrySet().stream()
                .filter(property -> !INTERNAL.contains(property.getKey())
                        && !property.getKey().startsWith(TableDefinition.KEY))
                .map(property -> "%s = %s".formatted(literal(property.getKey()), literal(property.getValue()))));
    }

    private static String indented(Stream<String> lines) {
        return lines.map("  "::concat).collect(Collectors.joining(",\n"));
    }

    private static String literal(String text) {
        return Literal.create(text, DataTypes.StringType).sql();
    }
}
