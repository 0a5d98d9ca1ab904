package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.RequiredCatalogs;
import dev.lakelight.sql.StatementReader;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** {@code USE CATALOG}, {@code CREATE CATALOG} and {@code DROP CATALOG}. */
final class CatalogStatements {

    private static final String NOTHING = "SHOW SCHEMAS IN spark_catalog LIKE ''";

    private final Catalogs catalogs;
    private final SparkParser spark;

    CatalogStatements(Catalogs catalogs, SparkParser spark) {
        this.catalogs = catalogs;
        this.spark = spark;
    }

    static boolean isOne(StatementReader reader) {
        return reader.at("USE", "CATALOG") || reader.at("CREATE", "CATALOG") || reader.at("DROP", "CATALOG");
    }

    LogicalPlan plan(String sql) throws ParseException {
        StatementReader reader = StatementReader.of(sql, "USE CATALOG name, CREATE CATALOG name, or DROP CATALOG name");
        catalogs.define();

        if (reader.accept("USE", "CATALOG")) {
            String name = sql.substring(reader.offset());
            requireCatalog(StatementReader.of(name, "USE CATALOG name"));
            return spark.parse("SET CATALOG " + name);
        }

        return reader.accept("CREATE", "CATALOG") ? create(reader) : drop(reader);
    }

    private void requireCatalog(StatementReader reader) {
        String name = reader.atString() ? reader.string() : reader.namePart();
        reader.requireEnd();
        new RequiredCatalogs(catalogs).require(name);
    }

    /** A catalog is there as soon as its schema {@code default} is. What else is said of it, a comment or a place, is not kept. */
    private LogicalPlan create(StatementReader reader) throws ParseException {
        boolean optional = reader.accept("IF", "NOT", "EXISTS");
        String name = reader.namePart();

        if (reader.at("USING")) {
            throw reader.refused(
                    "CREATE CATALOG ... USING cannot be run here",
                    "There are no shares and connections. Leave USING out, and seed the tables.");
        }

        if (!optional && catalogs.contains(name)) {
            throw DialectErrors.catalogExists(name);
        }

        return spark.parse("CREATE SCHEMA IF NOT EXISTS spark_catalog." + Catalogs.stored(name, "default"));
    }

    private LogicalPlan drop(StatementReader reader) throws ParseException {
        reader.require("DROP", "CATALOG");
        boolean optional = reader.accept("IF", "EXISTS");
        String name = reader.namePart();
        boolean cascade = reader.accept("CASCADE");

        if (!cascade) {
            reader.accept("RESTRICT");
        }

        reader.requireEnd();

        if (Catalogs.isAlwaysThere(name)) {
            throw DialectErrors.catalogStays(name);
        }

        if (catalogs.contains(name)) {
            return new DialectCommand(new DroppedCatalog(name, cascade));
        }

        if (!optional) {
            new RequiredCatalogs(catalogs).require(name);
        }

        return spark.parse(NOTHING);
    }
}
