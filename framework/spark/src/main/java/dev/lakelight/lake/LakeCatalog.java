package dev.lakelight.lake;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.DeltaEntry;
import dev.lakelight.delta.TableLog;
import dev.lakelight.problem.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.internal.SessionState;
import scala.jdk.javaapi.CollectionConverters;

/** What there is in a lake. Asks Spark's session catalog directly, which costs no Spark job. */
final class LakeCatalog {

    private final SparkSession session;
    private final TableNames names;

    LakeCatalog(SparkSession session) {
        this.session = session;
        this.names = new TableNames(session);
    }

    /** Return what tables are called. */
    TableNames names() {
        return names;
    }

    /** Return whether there is a table or view. */
    boolean exists(TableIdentifier table) {
        return catalog().isTempView(table) || isInSchema(table);
    }

    /** Return what the catalog knows of a table or view that is not temporary. */
    Optional<CatalogTable> find(TableIdentifier table) {
        if (!isInSchema(table)) {
            return Optional.empty();
        }

        try {
            return Optional.of(catalog().getTableMetadata(table));
        } catch (Exception goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** Return one way to write a name, whichever way was chosen. */
    TableIdentifier qualified(TableIdentifier table) {
        return catalog().qualifyIdentifier(table);
    }

    /** Return all tables and views that are not temporary, sorted by name. */
    Stream<TableIdentifier> identifiers() {
        return CollectionConverters.asJava(catalog().listDatabases()).stream()
                .flatMap(schema -> CollectionConverters.asJava(catalog().listTables(schema)).stream())
                .filter(Predicate.not(catalog()::isTempView))
                .distinct();
    }

    /** Return the names that users write, sorted. */
    List<String> tables() {
        return identifiers().map(names::shown).sorted().toList();
    }

    void createSchema(String name) {
        createStored(names.schema(name));
    }

    private void createStored(String schema) {
        new Catalogs(session).createFor(schema);
        session.sql("CREATE SCHEMA IF NOT EXISTS %s.`%s`".formatted(TableNames.CATALOG, schema.replace("`", "``")));
    }

    /** Create the schema of a table unless it exists. */
    void createSchemaOf(TableIdentifier table) {
        if (table.database().exists(schema -> !catalog().databaseExists(schema))) {
            createStored(table.database().get());
        }
    }

    /** Return a sentence or two that tell that there is no such table, and which there are. */
    String missing(String name) {
        List<String> tables = tables();
        String others =
                tables.isEmpty() ? "The lake has no tables." : "Tables: %s.".formatted(String.join(", ", tables));
        String hint = NearestName.to(name, tables)
                .map(" Perhaps you mean %s."::formatted)
                .orElse("");
        return "There is no table %s in the lake. %s%s".formatted(name, others, hint);
    }

    /** Return the folder of a Delta table; nothing for views, temporary ones too, and for tables of other formats. */
    Optional<Path> deltaTable(TableIdentifier table) {
        return catalog().isTempView(table)
                ? Optional.empty()
                : find(table)
                        .filter(found -> found.provider().contains("delta"))
                        .map(found -> new Path(found.location()));
    }

    /** Return where a managed table is, or would be. */
    Path placeOf(TableIdentifier table) {
        return new Path(catalog().defaultTablePath(qualified(table)));
    }

    /** Return whether there is anything in a folder. */
    boolean isTaken(Path folder) {
        try {
            FileSystem files = folder.getFileSystem(hadoopConfiguration());
            return files.exists(folder) && files.listStatus(folder).length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }

    /** Let a Delta table that was made in the place of a managed one be that table. Costs no Spark job. */
    void register(TableIdentifier table, Path place) {
        catalog().createTable(DeltaEntry.of(qualified(table), place.toUri()), false, false);
        DeltaLog.invalidateCache(session, place);
    }

    /** Return what leads paths into this lake. */
    Configuration hadoopConfiguration() {
        return state().newHadoopConf();
    }

    /** Return the history of a Delta table. */
    TableLog history(CatalogTable table) {
        return TableLog.of(session, new Path(table.location()));
    }

    /** Return where a path leads to on this machine, or nothing when it leads elsewhere. */
    Optional<java.nio.file.Path> onDisk(Path path) {
        try {
            FileSystem files = path.getFileSystem(hadoopConfiguration());
            FileSystem raw = files instanceof LocalFileSystem local ? local.getRaw() : files;
            return raw instanceof RawLocalFileSystem disk
                    ? Optional.of(disk.pathToFile(path).toPath())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach " + path, e);
        }
    }

    private boolean isInSchema(TableIdentifier table) {
        return table.database().forall(schema -> catalog().databaseExists(schema))
                && catalog().tableExists(table);
    }

    private SessionCatalog catalog() {
        return state().catalog();
    }

    private SessionState state() {
        return ((org.apache.spark.sql.classic.SparkSession) session).sessionState();
    }
}
