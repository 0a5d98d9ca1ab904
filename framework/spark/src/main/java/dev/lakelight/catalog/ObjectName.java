package dev.lakelight.catalog;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.AnalysisContext$;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The full name of a table, view or function.
 *
 * @param schema in its catalog
 * @param name in the schema
 */
record ObjectName(SchemaName schema, String name) {

    private static final int FULL = 3;

    /**
     * Complete a name by the current catalog and schema, or in the text of a view by those that were current when it was made.
     * As on Databricks, two parts are always schema and name.
     *
     * @return nothing when the name has more parts than there are levels
     */
    static Optional<ObjectName> of(List<String> parts, CatalogManager manager) {
        List<String> current = current(manager);
        int levels = parts.size();

        if (levels > FULL || current.size() != FULL - 1) {
            return Optional.empty();
        }

        String catalog = levels == FULL ? parts.get(0) : current.get(0);
        String schema = levels == 1 ? current.get(1) : parts.get(levels - 2);
        return Optional.of(new ObjectName(new SchemaName(catalog, schema), parts.get(levels - 1)));
    }

    private static List<String> current(CatalogManager manager) {
        List<String> ofView =
                CollectionConverters.asJava(AnalysisContext$.MODULE$.get().catalogAndNamespace());

        if (!ofView.isEmpty()) {
            return ofView;
        }

        String[] namespace = manager.currentNamespace();
        return namespace.length == 1
                ? List.of(manager.currentCatalog().name(), namespace[0])
                : List.of(manager.currentCatalog().name());
    }

    List<String> parts() {
        return List.of(schema.catalog(), schema.schema(), name);
    }

    /** Return its name in Spark's session catalog. */
    List<String> stored() {
        return List.of(SchemaName.SESSION_CATALOG, schema.stored(), name);
    }

    TableIdentifier table() {
        return new TableIdentifier(name, Option.apply(schema.stored()));
    }

    /** Return what Spark's session catalog has of the table or view. */
    Optional<CatalogTable> find(SessionCatalog catalog) {
        try {
            return Optional.of(catalog.getTableMetadata(table()));
        } catch (Exception absent) {
            // Spark throws its checked exceptions without declaring them.
            return Optional.empty();
        }
    }

    FunctionIdentifier function() {
        return new FunctionIdentifier(name, Option.apply(schema.stored()));
    }
}
