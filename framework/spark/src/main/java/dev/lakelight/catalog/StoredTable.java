package dev.lakelight.catalog;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table or view of Spark's session catalog.
 *
 * @param partitions that the catalog knows; Delta's tables have none there
 */
record StoredTable(CatalogTable table, List<CatalogTablePartition> partitions) implements Serializable {

    StoredTable {
        partitions = List.copyOf(partitions);
    }

    static StoredTable of(ExternalCatalog catalog, String schema, String name) {
        CatalogTable table = catalog.getTable(schema, name);
        boolean isPartitioned =
                !table.partitionColumnNames().isEmpty() && !table.provider().contains("delta");
        return new StoredTable(
                table,
                isPartitioned
                        ? CollectionConverters.asJava(catalog.listPartitions(schema, name, Option.empty()))
                        : List.of());
    }

    TableIdentifier identifier() {
        return table.identifier();
    }

    void create(ExternalCatalog catalog) {
        catalog.createTable(table, true);

        if (!partitions.isEmpty()) {
            catalog.createPartitions(
                    table.database(),
                    table.identifier().table(),
                    CollectionConverters.asScala(partitions).toSeq(),
                    true);
        }
    }
}
