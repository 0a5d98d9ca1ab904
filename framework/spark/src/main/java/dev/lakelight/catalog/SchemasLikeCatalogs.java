package dev.lakelight.catalog;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/** Schemas that are called as a catalog is: Spark takes such a name of one part for that of the catalog. */
final class SchemasLikeCatalogs {

    /** Statements about a schema. */
    private static final Set<String> STATEMENTS = Set.of(
            "CreateNamespace",
            "DropNamespace",
            "DescribeNamespace",
            "SetNamespaceProperties",
            "UnsetNamespaceProperties",
            "SetNamespaceLocation",
            "CommentOnNamespace",
            "SetCatalogAndNamespace",
            "ShowTables",
            "ShowTablesExtended");

    private final Catalogs catalogs;

    SchemasLikeCatalogs(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Complete the name of the schema that a statement is about, when it exists or is created. */
    LogicalPlan complete(LogicalPlan statement) {
        return STATEMENTS.contains(statement.nodeName())
                ? statement.mapChildren(child -> complete(child, statement.nodeName()))
                : statement;
    }

    private LogicalPlan complete(LogicalPlan child, String statement) {
        List<String> parts = child.nodeName().equals("UnresolvedNamespace") ? Nodes.name(child) : List.of();

        if (parts.size() != 1 || !catalogs.contains(parts.get(0))) {
            return child;
        }

        String catalog = catalogs.manager().currentCatalog().name();
        String stored = new SchemaName(catalog, parts.get(0)).stored();
        boolean isSchema =
                statement.equals("CreateNamespace") || catalogs.sessionCatalog().databaseExists(stored);
        return isSchema
                ? new UnresolvedNamespace(
                        CollectionConverters.asScala(List.of(catalog, parts.get(0)))
                                .toSeq(),
                        false)
                : child;
    }
}
