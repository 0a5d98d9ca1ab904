package dev.lakelight.catalog;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogDatabase;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the catalog of a lake held at some moment: schemas, tables, views, partitions and functions, but no data. Serializable, as
 * its parts are; Spark's versions do not read each other's.
 */
public final class CatalogSnapshot implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<String, CatalogDatabase> schemas = new HashMap<>();
    private final Map<TableIdentifier, StoredTable> tables = new HashMap<>();
    private final Map<FunctionIdentifier, StoredFunction> functions = new HashMap<>();

    private CatalogSnapshot() {}

    /** Return what there is now. Costs no Spark job. */
    public static CatalogSnapshot of(SparkSession session) {
        return of(new Catalogs(session).sessionCatalog().externalCatalog());
    }

    static CatalogSnapshot of(ExternalCatalog catalog) {
        CatalogSnapshot snapshot = new CatalogSnapshot();
        CollectionConverters.asJava(catalog.listDatabases()).forEach(schema -> snapshot.add(schema, catalog));
        return snapshot;
    }

    private void add(String schema, ExternalCatalog catalog) {
        schemas.put(schema, catalog.getDatabase(schema));
        CollectionConverters.asJava(catalog.listTables(schema)).forEach(name -> {
            StoredTable table = StoredTable.of(catalog, schema, name);
            tables.put(table.identifier(), table);
        });
        CollectionConverters.asJava(catalog.listFunctions(schema, "*")).forEach(name -> {
            StoredFunction function = StoredFunction.of(catalog.getFunction(schema, name));
            functions.put(function.identifier(), function);
        });
    }

    /** Return the tables and views, with their names in Spark's session catalog. */
    public List<CatalogTable> tables() {
        return tables.values().stream().map(StoredTable::table).toList();
    }

    /**
     * Make a catalog hold this and nothing else. What is so already stays. Managed tables that go lose their files; those that come
     * need not have any yet.
     */
    public void restore(SparkSession session) {
        Catalogs catalogs = new Catalogs(session);
        CatalogSnapshot now = of(session);
        drop(now, catalogs);
        create(now, catalogs.sessionCatalog().externalCatalog());
        catalogs.sessionCatalog().invalidateAllCachedTables();
        catalogs.define();
    }

    /** Put all of this into a catalog that is empty. */
    void fill(ExternalCatalog empty) {
        create(new CatalogSnapshot(), empty);
    }

    private void drop(CatalogSnapshot now, Catalogs catalogs) {
        ExternalCatalog catalog = catalogs.sessionCatalog().externalCatalog();
        surplus(now.functions, functions)
                .forEach((each, function) -> catalogs.sessionCatalog().dropFunction(each, true));
        surplus(now.tables, tables)
                .forEach((each, table) -> catalog.dropTable(each.database().get(), each.table(), true, true));
        Set<String> gone = new HashSet<>(now.schemas.keySet());
        gone.removeAll(schemas.keySet());
        gone.forEach(each -> catalog.dropDatabase(each, true, true));
    }

    private void create(CatalogSnapshot now, ExternalCatalog catalog) {
        surplus(schemas, now.schemas).forEach((name, schema) -> {
            if (now.schemas.containsKey(name)) {
                catalog.alterDatabase(schema);
            } else {
                catalog.createDatabase(schema, true);
            }
        });
        surplus(tables, now.tables).forEach((name, table) -> table.create(catalog));
        surplus(functions, now.functions).forEach((name, function) -> function.create(catalog));
    }

    /** Return what is in one map and not, or not the same, in the other. */
    private static <K, V> Map<K, V> surplus(Map<K, V> in, Map<K, V> other) {
        Map<K, V> surplus = new HashMap<>(in);
        surplus.entrySet().removeAll(other.entrySet());
        return surplus;
    }
}
