package dev.lakelight.lake;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.internal.SessionState;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What there is in a lake. Asks Spark's session catalog directly, which costs no Spark job. */
final class LakeCatalog {

    private static final String CATALOG = "spark_catalog";
    private static final int CATALOG_AND_SCHEMA = 2;
    private static final String DEFAULT_SCHEMA = "default";

    private final SparkSession session;

    LakeCatalog(SparkSession session) {
        this.session = session;
    }

    /**
     * Return the parts of a name.
     *
     * @throws UserError when it is not the name of a table
     */
    TableIdentifier parsed(String name) {
        List<String> parts = parts(name);
        int last = parts.size() - 1;

        if (last == CATALOG_AND_SCHEMA && !parts.get(0).equals(CATALOG)) {
            throw new UserError("'%s' is in the catalog %s, but a lake has tables of %s only. Write schema.table."
                    .formatted(name, parts.get(0), CATALOG));
        }

        return last == 0
                ? new TableIdentifier(parts.get(0))
                : new TableIdentifier(parts.get(last), Option.apply(parts.get(last - 1)));
    }

    private List<String> parts(String name) {
        UserError mistake =
                new UserError("'%s' is not the name of a table. Accepted are schema.table and table.".formatted(name));

        try {
            List<String> parts = CollectionConverters.asJava(state().sqlParser().parseMultipartIdentifier(name));

            if (parts.size() - 1 <= CATALOG_AND_SCHEMA) {
                return parts;
            }
        } catch (Exception e) {
            // Spark throws its checked ParseException without declaring it.
            mistake.initCause(e);
        }

        throw mistake;
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
        return identifiers().map(LakeCatalog::shown).sorted().toList();
    }

    void createSchema(String name) {
        session.sql("CREATE SCHEMA IF NOT EXISTS `%s`".formatted(name.replace("`", "``")));
    }

    /** Create the schema of a table unless it exists. */
    void createSchemaOf(TableIdentifier table) {
        if (table.database().exists(schema -> !catalog().databaseExists(schema))) {
            createSchema(table.database().get());
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

    /** Return what leads paths into this lake. */
    Configuration hadoopConfiguration() {
        return state().newHadoopConf();
    }

    private boolean isInSchema(TableIdentifier table) {
        return table.database().forall(schema -> catalog().databaseExists(schema))
                && catalog().tableExists(table);
    }

    private static String shown(TableIdentifier table) {
        boolean isDefault = table.database().forall(DEFAULT_SCHEMA::equals);
        return isDefault ? table.table() : table.database().get() + "." + table.table();
    }

    private SessionCatalog catalog() {
        return state().catalog();
    }

    private SessionState state() {
        return ((org.apache.spark.sql.classic.SparkSession) session).sessionState();
    }
}
