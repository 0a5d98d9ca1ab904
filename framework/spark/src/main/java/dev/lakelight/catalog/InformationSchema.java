package dev.lakelight.catalog;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The relations that tell what a catalog holds: {@code information_schema.schemata}, {@code tables} and {@code columns}, with the
 * columns of Databricks' that mean something here. In {@code system} they tell about all catalogs. They hold what there is when a
 * query is analyzed.
 */
final class InformationSchema {

    private static final String NAME = "information_schema";
    private static final String SYSTEM = "system";

    private static final StructType SCHEMATA =
            StructType.fromDDL("catalog_name STRING, schema_name STRING, schema_owner STRING, comment STRING");
    private static final StructType TABLES = StructType.fromDDL(
            "table_catalog STRING, table_schema STRING, table_name STRING, table_type STRING, table_owner STRING,"
                    + " comment STRING, created TIMESTAMP, data_source_format STRING, storage_path STRING");
    private static final StructType COLUMNS = StructType.fromDDL(
            "table_catalog STRING, table_schema STRING, table_name STRING, column_name STRING, ordinal_position INT,"
                    + " is_nullable STRING, full_data_type STRING, data_type STRING, comment STRING");

    private final Catalogs catalogs;

    InformationSchema(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Return the relation of a name, or nothing when it is none of these. */
    Optional<LogicalPlan> find(List<String> parts) {
        int last = parts.size() - 1;

        if (last < 1 || last > 2 || !parts.get(last - 1).equalsIgnoreCase(NAME)) {
            return Optional.empty();
        }

        return ObjectName.of(parts, catalogs.manager())
                .map(name -> name.schema().catalog())
                .filter(this::isKnown)
                .flatMap(catalog -> relation(catalog, parts.get(last).toLowerCase(Locale.ROOT)))
                .map(relation -> SubqueryAlias$.MODULE$.apply(
                        CollectionConverters.asScala(parts).toSeq(), relation));
    }

    private boolean isKnown(String catalog) {
        return catalog.equals(SYSTEM) || catalog.equals(SchemaName.SESSION_CATALOG) || catalogs.contains(catalog);
    }

    private Optional<LogicalPlan> relation(String catalog, String relation) {
        return switch (relation) {
            case "schemata" -> Optional.of(rows(SCHEMATA, schemas(catalog).map(InformationSchema::schemaRow)));
            case "tables" ->
                Optional.of(rows(TABLES, objects(catalog, (schema, table) -> Stream.of(tableRow(schema, table)))));
            case "columns" -> Optional.of(rows(COLUMNS, objects(catalog, this::columnRows)));
            default -> Optional.empty();
        };
    }

    private LogicalPlan rows(StructType schema, Stream<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) catalogs.session().createDataFrame(rows.toList(), schema))
                .queryExecution()
                .analyzed();
    }

    private Stream<SchemaName> schemas(String catalog) {
        List<SchemaName> schemas = new ArrayList<>();
        boolean isStoredAsIs = SchemaName.isStoredAsIs(catalog);

        for (String stored : catalogs.databases()) {
            Optional<SchemaName> ofNamed =
                    SchemaName.ofStored(stored).filter(name -> catalogs.contains(name.catalog()));
            ofNamed.filter(name -> catalog.equals(SYSTEM) || name.catalog().equals(catalog))
                    .ifPresent(schemas::add);

            if (ofNamed.isEmpty() && (isStoredAsIs || catalog.equals(SYSTEM))) {
                schemas.add(new SchemaName(isStoredAsIs ? catalog : SchemaName.HIVE_METASTORE, stored));
            }
        }

        return schemas.stream();
    }

    private interface RowsOfTable {

        Stream<Row> of(SchemaName schema, CatalogTable table);
    }

    private Stream<Row> objects(String catalog, RowsOfTable rows) {
        return schemas(catalog).flatMap(schema -> tables(schema).flatMap(table -> rows.of(schema, table)));
    }

    private Stream<CatalogTable> tables(SchemaName schema) {
        return CollectionConverters.asJava(catalogs.sessionCatalog().listTables(schema.stored())).stream()
                .filter(table -> table.database().isDefined())
                .flatMap(table -> find(table).stream());
    }

    private Optional<CatalogTable> find(TableIdentifier table) {
        try {
            return Optional.of(catalogs.sessionCatalog().getTableMetadata(table));
        } catch (NoSuchNamespaceException | NoSuchTableException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static Row schemaRow(SchemaName schema) {
        return RowFactory.create(schema.catalog(), schema.schema(), null, null);
    }

    private static Row tableRow(SchemaName schema, CatalogTable table) {
        return RowFactory.create(
                schema.catalog(),
                schema.schema(),
                table.identifier().table(),
                table.tableType().name(),
                table.owner(),
                table.comment().getOrElse(() -> null),
                new Timestamp(table.createTime()),
                table.provider().getOrElse(() -> "view").toUpperCase(Locale.ROOT),
                table.storage().locationUri().map(String::valueOf).getOrElse(() -> null));
    }

    private Stream<Row> columnRows(SchemaName schema, CatalogTable table) {
        StructField[] fields = schemaOf(table).fields();
        return IntStream.range(0, fields.length)
                .mapToObj(position ->
                        columnRow(new ObjectName(schema, table.identifier().table()), position, fields[position]));
    }

    /** Delta keeps it in its log. A view has it, also when what it reads is gone. */
    private StructType schemaOf(CatalogTable table) {
        return table.tableType().equals(CatalogTableType.VIEW())
                ? table.schema()
                : catalogs.session().table(quoted(table.identifier())).schema();
    }

    private static String quoted(TableIdentifier table) {
        return Stream.of(SchemaName.SESSION_CATALOG, table.database().get(), table.table())
                .map(part -> "`" + part.replace("`", "``") + "`")
                .reduce((left, right) -> left + "." + right)
                .orElseThrow();
    }

    private static Row columnRow(ObjectName table, int position, StructField field) {
        return RowFactory.create(
                table.schema().catalog(),
                table.schema().schema(),
                table.name(),
                field.name(),
                position + 1,
                field.nullable() ? "YES" : "NO",
                field.dataType().sql().toLowerCase(Locale.ROOT),
                field.dataType().sql().replaceFirst("[(<].*", ""),
                field.getComment().getOrElse(() -> null));
    }
}
