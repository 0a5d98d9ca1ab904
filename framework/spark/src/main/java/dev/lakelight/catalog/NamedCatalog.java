package dev.lakelight.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.StagedTable;
import org.apache.spark.sql.connector.catalog.StagingTableCatalog;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalogCapability;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.expressions.Transform;

/**
 * A catalog of a lake: the schemas of the session catalog whose names begin with its own. Spark makes it from the setting
 * {@code spark.sql.catalog.<name>}, one for each session. Views and functions, which Spark knows in the session catalog only, are
 * found by {@link StoredNames}.
 */
// What replaces the deprecated methods is not in Spark 4.0; they are called through it.
@SuppressWarnings("deprecation")
public final class NamedCatalog extends CatalogSchemas implements StagingTableCatalog {

    /** Called by Spark. */
    public NamedCatalog() {}

    @Override
    public Set<TableCatalogCapability> capabilities() {
        return tables().capabilities();
    }

    @Override
    public boolean useNullableQuerySchema() {
        return tables().useNullableQuerySchema();
    }

    @Override
    public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
        requireNamespace(namespace);
        return Arrays.stream(tables().listTables(stored(namespace)))
                .filter(table -> table.namespace().length > 0)
                .map(table -> Identifier.of(namespace, table.name()))
                .toArray(Identifier[]::new);
    }

    @Override
    public Table loadTable(Identifier table) throws NoSuchTableException {
        return tables().loadTable(stored(table));
    }

    @Override
    public Table loadTable(Identifier table, String version) throws NoSuchTableException {
        return tables().loadTable(stored(table), version);
    }

    @Override
    public Table loadTable(Identifier table, long timestamp) throws NoSuchTableException {
        return tables().loadTable(stored(table), timestamp);
    }

    @Override
    public boolean tableExists(Identifier table) {
        return tables().tableExists(stored(table));
    }

    @Override
    public void invalidateTable(Identifier table) {
        tables().invalidateTable(stored(table));
    }

    @Override
    public Table createTable(Identifier table, Column[] columns, Transform[] partitions, Map<String, String> properties)
            throws TableAlreadyExistsException, NoSuchNamespaceException {
        Identifier stored = storedInSchema(table);

        if (tableExists(table)) {
            throw new TableAlreadyExistsException(table);
        }

        return tables().createTable(stored, columns, partitions, properties);
    }

    @Override
    public StagedTable stageCreate(
            Identifier table, Column[] columns, Transform[] partitions, Map<String, String> properties)
            throws TableAlreadyExistsException, NoSuchNamespaceException {
        return tables().stageCreate(storedInSchema(table), columns, partitions, properties);
    }

    @Override
    public StagedTable stageReplace(
            Identifier table, Column[] columns, Transform[] partitions, Map<String, String> properties)
            throws NoSuchNamespaceException, NoSuchTableException {
        return tables().stageReplace(storedInSchema(table), columns, partitions, properties);
    }

    @Override
    public StagedTable stageCreateOrReplace(
            Identifier table, Column[] columns, Transform[] partitions, Map<String, String> properties)
            throws NoSuchNamespaceException {
        return tables().stageCreateOrReplace(storedInSchema(table), columns, partitions, properties);
    }

    @Override
    public Table alterTable(Identifier table, TableChange... changes) throws NoSuchTableException {
        return tables().alterTable(stored(table), changes);
    }

    @Override
    public boolean dropTable(Identifier table) {
        return tables().dropTable(stored(table));
    }

    @Override
    public boolean purgeTable(Identifier table) {
        return tables().purgeTable(stored(table));
    }

    @Override
    public void renameTable(Identifier table, Identifier newTable)
            throws NoSuchTableException, TableAlreadyExistsException {
        Identifier target = target(table, newTable);

        if (!namespaceExists(target.namespace())) {
            throw RequiredCatalogs.<RuntimeException>undeclared(noNamespace(target.namespace()));
        }

        tables().renameTable(stored(table), stored(target));
    }

    /** Spark hands over the new name as it was written: with the catalog, the schema, or none of them. */
    private Identifier target(Identifier table, Identifier newTable) {
        String[] namespace = newTable.namespace();

        if (namespace.length == 0) {
            return Identifier.of(table.namespace(), newTable.name());
        }

        boolean hasCatalog = namespace.length == 2 && namespace[0].equalsIgnoreCase(name());
        return hasCatalog ? Identifier.of(new String[] {namespace[1]}, newTable.name()) : newTable;
    }

    private Identifier storedInSchema(Identifier table) throws NoSuchNamespaceException {
        requireNamespace(table.namespace());
        return stored(table);
    }

    private Identifier stored(Identifier identifier) {
        return isOfAPath(identifier) ? identifier : Identifier.of(stored(identifier.namespace()), identifier.name());
    }

    /** As in {@code SELECT * FROM delta.`/mnt/orders`}. */
    private boolean isOfAPath(Identifier identifier) {
        return identifier.name().contains("/") && !namespaceExists(identifier.namespace());
    }

    private StagingTableCatalog tables() {
        return (StagingTableCatalog) sessionPlugin();
    }
}
