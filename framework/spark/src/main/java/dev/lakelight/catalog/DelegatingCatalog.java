package dev.lakelight.catalog;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.catalog.CatalogDatabase;
import org.apache.spark.sql.catalyst.catalog.CatalogFunction;
import org.apache.spark.sql.catalyst.catalog.CatalogStatistics;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;

/** Hands every call to another catalog, and tells apart what reads and what changes. */
abstract class DelegatingCatalog implements ExternalCatalog {

    /** Read. */
    abstract <T> T read(Function<ExternalCatalog, T> work);

    /** Change something. */
    abstract void change(Consumer<ExternalCatalog> work);

    private void look(Consumer<ExternalCatalog> work) {
        boolean unused = read(catalog -> {
            work.accept(catalog);
            return true;
        });
    }

    @Override
    public final void createDatabase(CatalogDatabase definition, boolean ignoreIfExists) {
        change(catalog -> catalog.createDatabase(definition, ignoreIfExists));
    }

    @Override
    public final void dropDatabase(String schema, boolean ignoreIfNotExists, boolean cascade) {
        change(catalog -> catalog.dropDatabase(schema, ignoreIfNotExists, cascade));
    }

    @Override
    public final void alterDatabase(CatalogDatabase definition) {
        change(catalog -> catalog.alterDatabase(definition));
    }

    @Override
    public final CatalogDatabase getDatabase(String schema) {
        return read(catalog -> catalog.getDatabase(schema));
    }

    @Override
    public final boolean databaseExists(String schema) {
        return read(catalog -> catalog.databaseExists(schema));
    }

    @Override
    public final Seq<String> listDatabases() {
        return read(catalog -> catalog.listDatabases());
    }

    @Override
    public final Seq<String> listDatabases(String pattern) {
        return read(catalog -> catalog.listDatabases(pattern));
    }

    @Override
    public final void setCurrentDatabase(String schema) {
        look(catalog -> catalog.setCurrentDatabase(schema));
    }

    @Override
    public final void createTable(CatalogTable definition, boolean ignoreIfExists) {
        change(catalog -> catalog.createTable(definition, ignoreIfExists));
    }

    @Override
    public final void dropTable(String schema, String table, boolean ignoreIfNotExists, boolean purge) {
        change(catalog -> catalog.dropTable(schema, table, ignoreIfNotExists, purge));
    }

    @Override
    public final void renameTable(String schema, String table, String newName) {
        change(catalog -> catalog.renameTable(schema, table, newName));
    }

    @Override
    public final void alterTable(CatalogTable definition) {
        change(catalog -> catalog.alterTable(definition));
    }

    @Override
    public final void alterTableDataSchema(String schema, String table, StructType columns) {
        change(catalog -> catalog.alterTableDataSchema(schema, table, columns));
    }

    @Override
    public final void alterTableSchema(String schema, String table, StructType columns) {
        change(catalog -> catalog.alterTableSchema(schema, table, columns));
    }

    @Override
    public final void alterTableStats(String schema, String table, scala.Option<CatalogStatistics> statistics) {
        change(catalog -> catalog.alterTableStats(schema, table, statistics));
    }

    @Override
    public final CatalogTable getTable(String schema, String table) {
        return read(catalog -> catalog.getTable(schema, table));
    }

    @Override
    public final Seq<CatalogTable> getTablesByName(String schema, Seq<String> tables) {
        return read(catalog -> catalog.getTablesByName(schema, tables));
    }

    @Override
    public final boolean tableExists(String schema, String table) {
        return read(catalog -> catalog.tableExists(schema, table));
    }

    @Override
    public final Seq<String> listTables(String schema) {
        return read(catalog -> catalog.listTables(schema));
    }

    @Override
    public final Seq<String> listTables(String schema, String pattern) {
        return read(catalog -> catalog.listTables(schema, pattern));
    }

    @Override
    public final Seq<String> listViews(String schema, String pattern) {
        return read(catalog -> catalog.listViews(schema, pattern));
    }

    @Override
    public final void loadTable(String schema, String table, String path, boolean overwrites, boolean local) {
        change(catalog -> catalog.loadTable(schema, table, path, overwrites, local));
    }

    @Override
    public final void loadPartition(
            String schema,
            String table,
            String path,
            Map<String, String> partition,
            boolean overwrites,
            boolean inherits,
            boolean local) {
        change(catalog -> catalog.loadPartition(schema, table, path, partition, overwrites, inherits, local));
    }

    @Override
    public final void loadDynamicPartitions(
            String schema, String table, String path, Map<String, String> partition, boolean replaces, int count) {
        change(catalog -> catalog.loadDynamicPartitions(schema, table, path, partition, replaces, count));
    }

    @Override
    public final void createPartitions(
            String schema, String table, Seq<CatalogTablePartition> partitions, boolean ignoreIfExists) {
        change(catalog -> catalog.createPartitions(schema, table, partitions, ignoreIfExists));
    }

    @Override
    public final void dropPartitions(
            String schema,
            String table,
            Seq<Map<String, String>> partitions,
            boolean ignoreIfNotExists,
            boolean purge,
            boolean retains) {
        change(catalog -> catalog.dropPartitions(schema, table, partitions, ignoreIfNotExists, purge, retains));
    }

    @Override
    public final void renamePartitions(
            String schema, String table, Seq<Map<String, String>> partitions, Seq<Map<String, String>> newPartitions) {
        change(catalog -> catalog.renamePartitions(schema, table, partitions, newPartitions));
    }

    @Override
    public final void alterPartitions(String schema, String table, Seq<CatalogTablePartition> partitions) {
        change(catalog -> catalog.alterPartitions(schema, table, partitions));
    }

    @Override
    public final CatalogTablePartition getPartition(String schema, String table, Map<String, String> partition) {
        return read(catalog -> catalog.getPartition(schema, table, partition));
    }

    @Override
    public final scala.Option<CatalogTablePartition> getPartitionOption(
            String schema, String table, Map<String, String> partition) {
        return read(catalog -> catalog.getPartitionOption(schema, table, partition));
    }

    @Override
    public final Seq<String> listPartitionNames(
            String schema, String table, scala.Option<Map<String, String>> partial) {
        return read(catalog -> catalog.listPartitionNames(schema, table, partial));
    }

    @Override
    public final Seq<CatalogTablePartition> listPartitions(
            String schema, String table, scala.Option<Map<String, String>> partial) {
        return read(catalog -> catalog.listPartitions(schema, table, partial));
    }

    @Override
    public final Seq<CatalogTablePartition> listPartitionsByFilter(
            String schema, String table, Seq<Expression> predicates, String timeZone) {
        return read(catalog -> catalog.listPartitionsByFilter(schema, table, predicates, timeZone));
    }

    @Override
    public final void createFunction(String schema, CatalogFunction definition) {
        change(catalog -> catalog.createFunction(schema, definition));
    }

    @Override
    public final void dropFunction(String schema, String function) {
        change(catalog -> catalog.dropFunction(schema, function));
    }

    @Override
    public final void alterFunction(String schema, CatalogFunction definition) {
        change(catalog -> catalog.alterFunction(schema, definition));
    }

    @Override
    public final void renameFunction(String schema, String function, String newName) {
        change(catalog -> catalog.renameFunction(schema, function, newName));
    }

    @Override
    public final CatalogFunction getFunction(String schema, String function) {
        return read(catalog -> catalog.getFunction(schema, function));
    }

    @Override
    public final boolean functionExists(String schema, String function) {
        return read(catalog -> catalog.functionExists(schema, function));
    }

    @Override
    public final Seq<String> listFunctions(String schema, String pattern) {
        return read(catalog -> catalog.listFunctions(schema, pattern));
    }
}
