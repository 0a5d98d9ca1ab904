package dev.lakelight.dialect;

import static java.util.Objects.requireNonNull;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.sql.StatementReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.analysis.UnresolvedException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNodeTag;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A statement that tells what there is: names of schemas in Spark's session catalog are shown as those of the catalogs that they
 * belong to.
 *
 * @param plan Spark's or Delta's own
 * @param schema of its result
 */
record ShownNames(LogicalPlan plan, StructType schema) implements DialectStatement {

    /** Marks plans that are run here, so that they are not taken for another statement when they are analyzed. */
    private static final TreeNodeTag<Boolean> SHOWN = new TreeNodeTag<>("lakelight-shown");

    private static final StructType OF_FUNCTION = new StructType().add("function_desc", "string", false);

    /** By the statement's node, the first columns where Databricks calls them otherwise than Spark. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "ShowTables", List.of("database"),
            "ShowTableExtended", List.of("database"),
            "ShowTablesExtended", List.of("database"),
            "ShowNamespaces", List.of("databaseName"),
            "ShowNamespacesCommand", List.of("databaseName"),
            "DescribeNamespace", List.of("database_description_item", "database_description_value"));

    static boolean isOne(StatementReader reader) {
        return reader.at("SHOW")
                || reader.at("EXPLAIN")
                || ((reader.at("DESCRIBE") || reader.at("DESC"))
                        && !reader.firstWords(2).contains("HISTORY"));
    }

    /** Return the plan with its names shown, or the plan itself when its columns are not known before it is run. */
    static LogicalPlan of(LogicalPlan plan) {
        StructType schema = plan.nodeName().equals("DescribeFunction") ? OF_FUNCTION : schemaOf(plan);

        if (schema.isEmpty()) {
            return plan;
        }

        plan.setTagValue(SHOWN, true);
        return new DialectCommand(new ShownNames(plan, renamed(schema, plan.nodeName())));
    }

    static boolean isShown(LogicalPlan plan) {
        return plan.getTagValue(SHOWN).isDefined();
    }

    /** What Spark calls a namespace is a database on Databricks, as it was in Spark 2. */
    private static StructType renamed(StructType schema, String statement) {
        List<String> first = COLUMNS.getOrDefault(statement, List.of());
        StructType renamed = new StructType();

        for (int i = 0; i < schema.length(); i++) {
            StructField field = schema.apply(i);
            String name = i < first.size() ? first.get(i) : field.name();
            renamed = renamed.add(new StructField(name, field.dataType(), field.nullable(), field.metadata()));
        }

        return renamed;
    }

    private static StructType schemaOf(LogicalPlan plan) {
        try {
            return plan.schema();
        } catch (Exception e) {
            // Spark throws its checked exceptions without declaring them.
            if (e instanceof UnresolvedException) {
                return new StructType();
            }

            throw e;
        }
    }

    @Override
    public List<Row> run(SparkSession session) {
        Catalogs catalogs = new Catalogs(session);
        List<Row> rows = Dataset$.MODULE$.ofRows(session, plan).collectAsList();
        Optional<String> catalog = rows.stream()
                .filter(row -> isAbout(row, "Database"))
                .flatMap(row -> catalogs.catalogOf(row.getString(1)).stream())
                .findFirst();
        return rows.stream()
                .filter(row -> !JsonPaths.FUNCTION.equals(row.get(0)) && !isDroppedCatalog(row, catalogs))
                .map(row -> shown(row, catalogs, catalog))
                .toList();
    }

    /** Spark lists all catalogs that it has ever made. */
    private boolean isDroppedCatalog(Row row, Catalogs catalogs) {
        return plan.nodeName().equals("ShowCatalogsCommand") && !catalogs.isKnown(row.getString(0));
    }

    private static boolean isAbout(Row row, String property) {
        return row.length() > 1 && property.equals(row.get(0)) && row.get(1) instanceof String;
    }

    private static Row shown(Row row, Catalogs catalogs, Optional<String> catalog) {
        Object[] values = new Object[row.length()];

        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i) instanceof String text ? catalogs.shownIn(text) : row.get(i);
        }

        if (catalog.isPresent() && isAbout(row, "Catalog")) {
            values[1] = catalog.get();
        }

        return requireNonNull(RowFactory.create(values));
    }
}
