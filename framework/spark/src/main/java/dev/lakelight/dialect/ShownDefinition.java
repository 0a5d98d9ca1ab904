package dev.lakelight.dialect;

import dev.lakelight.delta.TableDefinition;
import dev.lakelight.delta.TableLog;
import dev.lakelight.sql.StatementReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.analysis.ResolvedTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.util.QuotingUtils;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * {@code SHOW CREATE TABLE}, which Delta's catalog refuses for its own tables.
 *
 * @param table that the statement names, in Spark's plan
 * @param ofSpark what tells of views, and of tables of other formats
 */
record ShownDefinition(LogicalPlan table, DialectStatement ofSpark) implements DialectStatement {

    private static final StructType COLUMNS = new StructType().add("createtab_stmt", "string", false);

    static boolean isOne(StatementReader reader) {
        return reader.at("SHOW", "CREATE", "TABLE");
    }

    /** Return what runs a statement that Spark has read. */
    static LogicalPlan of(LogicalPlan plan) {
        return new DialectCommand(new ShownDefinition(plan.children().head(), new ShownNames(plan, COLUMNS)));
    }

    @Override
    public StructType schema() {
        return COLUMNS;
    }

    @Override
    public List<Row> run(SparkSession session) {
        LogicalPlan resolved = session.sessionState()
                .executePlan(table, CommandExecutionMode.SKIP())
                .analyzed();
        return resolved instanceof ResolvedTable found && found.table() instanceof DeltaTableV2 delta
                ? List.of(RowFactory.create(statement(found, delta, session).text()))
                : ofSpark.run(session);
    }

    private static CreateStatement statement(ResolvedTable found, DeltaTableV2 delta, SparkSession session) {
        TableLog log = TableLog.of(session, delta.path());
        TableDefinition definition = log.state(log.version().orElseThrow()).definition();
        Map<String, String> properties = new TreeMap<>(delta.properties());
        properties
                .keySet()
                .removeIf(name -> CatalogV2Util.TABLE_RESERVED_PROPERTIES().contains(name));
        return new CreateStatement(name(found, delta), definition, properties, place(delta));
    }

    private static String name(ResolvedTable found, DeltaTableV2 delta) {
        if (delta.catalogTable().isEmpty()) {
            return "delta.%s"
                    .formatted(QuotingUtils.quoteIdentifier(delta.path().toString()));
        }

        List<String> parts = new ArrayList<>(List.of(found.catalog().name()));
        parts.addAll(Arrays.asList(found.identifier().namespace()));
        parts.add(found.identifier().name());
        return parts.stream().map(QuotingUtils::quoteIfNeeded).collect(Collectors.joining("."));
    }

    private static @Nullable String place(DeltaTableV2 delta) {
        return delta.catalogTable().exists(table -> table.tableType().equals(CatalogTableType.EXTERNAL()))
                ? delta.catalogTable().map(CatalogTable::location).get().toString()
                : null;
    }
}
