package dev.lakelight.catalog;

import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.errors.QueryCompilationErrors;
import scala.jdk.javaapi.CollectionConverters;

/** {@code DROP TABLE}, which drops no view: Spark's catalogs leave that to the statement, and Delta's forgets it. */
final class DroppedTables {

    private final Catalogs catalogs;

    DroppedTables(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * Return the statement.
     *
     * <p>Throws Spark's {@code AnalysisException}, which is checked and, as in Spark, not declared, when it names a view.
     */
    LogicalPlan withoutViews(LogicalPlan statement) {
        for (LogicalPlan child : CollectionConverters.asJava(statement.children())) {
            if (child.nodeName().equals("UnresolvedIdentifier") && !isTemporary(child)) {
                ObjectName.of(Nodes.name(child), catalogs.manager())
                        .filter(this::isView)
                        .ifPresent(name -> {
                            throw RequiredCatalogs.<RuntimeException>undeclared(isNoTable(name));
                        });
            }
        }

        return statement;
    }

    private boolean isTemporary(LogicalPlan identifier) {
        return catalogs.sessionCatalog()
                .isTempView(CollectionConverters.asScala(Nodes.name(identifier)).toSeq());
    }

    private boolean isView(ObjectName name) {
        return name.find(catalogs.sessionCatalog())
                .filter(table -> table.tableType().equals(CatalogTableType.VIEW()))
                .isPresent();
    }

    private static Exception isNoTable(ObjectName view) {
        return (Exception) QueryCompilationErrors.wrongCommandForObjectTypeError(
                "DROP TABLE", "EXTERNAL or MANAGED", String.join(".", view.parts()), "VIEW", "DROP VIEW");
    }
}
