package dev.lakelight.catalog;

import dev.lakelight.problem.UserError;
import java.util.Optional;
import org.apache.spark.sql.catalyst.plans.logical.CreateTable;
import org.apache.spark.sql.catalyst.plans.logical.CreateTableAsSelect;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.TableSpecBase;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedTableSpec;

/**
 * New tables of other formats than Delta's in catalogs with names. Spark makes them in its session catalog, rows included. As in
 * Unity Catalog they have to say where their files are; the old metastore's need not.
 */
final class OtherFormats {

    private static final String DEFAULT_FORMAT = "spark.sql.sources.default";
    private static final String DELTA = "delta";

    private final Catalogs catalogs;

    OtherFormats(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Return a statement that creates a table with the name that it has in Spark's session catalog, or as it is. */
    LogicalPlan inSessionCatalog(LogicalPlan statement) {
        TableSpecBase table = statement instanceof CreateTable create
                ? create.tableSpec()
                : ((CreateTableAsSelect) statement).tableSpec();
        return isDelta(table)
                ? statement
                : statement.mapChildren(child -> named(child)
                        .map(name -> {
                            requirePlace(name, table);
                            return Nodes.named(child, name.stored());
                        })
                        .orElse(child));
    }

    /** A table in one of Hive's formats has no provider. */
    private boolean isDelta(TableSpecBase table) {
        String format = table.serde().isDefined()
                ? ""
                : table.provider().getOrElse(() -> catalogs.conf().getConfString(DEFAULT_FORMAT, DELTA));
        return format.equalsIgnoreCase(DELTA);
    }

    private Optional<ObjectName> named(LogicalPlan child) {
        return child.nodeName().equals("UnresolvedIdentifier")
                ? ObjectName.of(Nodes.name(child), catalogs.manager())
                        .filter(name -> catalogs.contains(name.schema().catalog()))
                : Optional.empty();
    }

    private static void requirePlace(ObjectName name, TableSpecBase table) {
        boolean hasPlace = table.location().isDefined() || hasPath(table);

        if (!hasPlace && !SchemaName.isStoredAsIs(name.schema().catalog())) {
            throw new UserError(
                    ("The table %s cannot be made in the format %s: the managed tables of Unity Catalog are Delta tables. Leave the"
                                    + " format out, or make the table an external one: say with LOCATION where its files are.")
                            .formatted(
                                    String.join(".", name.parts()),
                                    table.provider().getOrElse(() -> "of Hive")));
        }
    }

    private static boolean hasPath(TableSpecBase table) {
        return table instanceof UnresolvedTableSpec unresolved
                && unresolved.optionExpression().options().exists(option -> "path".equalsIgnoreCase(option._1()));
    }
}
