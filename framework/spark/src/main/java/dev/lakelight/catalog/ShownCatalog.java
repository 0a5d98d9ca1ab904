package dev.lakelight.catalog;

import dev.lakelight.catalog.ShownErrors.Work;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalog.Column;
import org.apache.spark.sql.catalog.Database;
import org.apache.spark.sql.catalog.Function;
import org.apache.spark.sql.catalog.Table;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.Catalog;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import scala.Option;

/** Spark's API of catalogs: views and functions, too, are in the catalog and the schema that users know. */
final class ShownCatalog extends Catalog {

    private final SparkSession session;
    private final Catalogs catalogs;
    private final ShownErrors errors;

    ShownCatalog(SparkSession session) {
        super(session);
        this.session = session;
        this.catalogs = new Catalogs(session);
        this.errors = new ShownErrors(catalogs);
    }

    /** Scala declares an exception that the interface does not, and Java wants it to. */
    @Override
    public void setCurrentDatabase(String schema) {
        try {
            super.setCurrentDatabase(schema);
        } catch (AnalysisException e) {
            errors.show(e);
            throw RequiredCatalogs.<RuntimeException>undeclared(e);
        }
    }

    /** Called for each table of a list. */
    @Override
    public Option<Table> resolveTable(InternalRow row, String catalog) {
        return super.resolveTable(row, catalog).map(this::shown);
    }

    @Override
    public Dataset<Table> listTables(String schema) throws AnalysisException {
        return errors.during(() -> super.listTables(schema));
    }

    @Override
    public Table getTable(String table) {
        return shown(errors.during(() -> super.getTable(table)));
    }

    @Override
    public Table getTable(String schema, String table) {
        return shown(errors.during(() -> super.getTable(schema, table)));
    }

    @Override
    public Dataset<Column> listColumns(String table) throws AnalysisException {
        return errors.during(() -> super.listColumns(table));
    }

    @Override
    public void recoverPartitions(String table) {
        errors.during(() -> {
            super.recoverPartitions(table);
            return table;
        });
    }

    @Override
    public Database getDatabase(String schema) {
        return errors.during(() -> super.getDatabase(schema));
    }

    @Override
    public Dataset<Function> listFunctions(String schema) throws AnalysisException {
        return shownAll(() -> super.listFunctions(schema));
    }

    @Override
    public Dataset<Function> listFunctions(String schema, String pattern) throws AnalysisException {
        return shownAll(() -> super.listFunctions(schema, pattern));
    }

    @Override
    public Function getFunction(String function) {
        return shown(errors.during(() -> super.getFunction(function)));
    }

    @Override
    public Function getFunction(String schema, String function) {
        return shown(errors.during(() -> super.getFunction(schema, function)));
    }

    private Dataset<Function> shownAll(Work<Dataset<Function>, AnalysisException> list) throws AnalysisException {
        Dataset<Function> functions = errors.during(list);
        List<Function> shown =
                functions.collectAsList().stream().map(this::shown).toList();
        return session.createDataset(shown, functions.encoder());
    }

    private Table shown(Table table) {
        return schema(table.catalog(), table.namespace())
                .map(schema -> new Table(
                        table.name(),
                        schema.catalog(),
                        new String[] {schema.schema()},
                        table.description(),
                        table.tableType(),
                        table.isTemporary()))
                .orElse(table);
    }

    private Function shown(Function function) {
        return schema(function.catalog(), function.namespace())
                .map(schema -> new Function(
                        function.name(),
                        schema.catalog(),
                        new String[] {schema.schema()},
                        function.description(),
                        function.className(),
                        function.isTemporary()))
                .orElse(function);
    }

    private Optional<SchemaName> schema(String catalog, String[] namespace) {
        return SchemaName.SESSION_CATALOG.equals(catalog) && namespace.length == 1
                ? SchemaName.ofStored(namespace[0]).filter(name -> catalogs.contains(name.catalog()))
                : Optional.empty();
    }
}
