package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.DroppedCatalogs;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * {@code DROP CATALOG} of a catalog that is there. All of its schemas go, with what is in them.
 *
 * @param name of the catalog
 * @param cascade whether it may hold other schemas than {@code default}, and tables
 */
record DroppedCatalog(String name, boolean cascade) implements DialectStatement {

    private static final String DEFAULT = "default";

    @Override
    public StructType schema() {
        return new StructType();
    }

    @Override
    public List<Row> run(SparkSession session) {
        DroppedCatalogs catalogs = new DroppedCatalogs(new Catalogs(session));
        List<String> others = catalogs.schemas(name).stream()
                .filter(schema -> !schema.equals(DEFAULT))
                .toList();

        if (!cascade && !others.isEmpty()) {
            throw DialectErrors.catalogNotEmpty(name, others);
        }

        others.forEach(schema -> drop(session, schema));
        drop(session, DEFAULT);
        catalogs.forget(name);
        return List.of();
    }

    private void drop(SparkSession session, String schema) {
        String stored = Catalogs.stored(name, schema).replace("`", "``");
        session.sql("DROP SCHEMA IF EXISTS spark_catalog.`%s` %s".formatted(stored, cascade ? "CASCADE" : "RESTRICT"));
    }
}
