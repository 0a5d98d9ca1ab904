package dev.lakelight.lake;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.problem.UserError;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.internal.SessionState;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What users call the tables and schemas of a lake, and what Spark's session catalog calls them. */
final class TableNames {

    /** Spark's session catalog. */
    static final String CATALOG = "spark_catalog";

    /** Parts of a table's name with catalog and schema. */
    private static final int FULL = 3;

    private static final String DEFAULT_SCHEMA = "default";

    private final SparkSession session;
    private final Catalogs catalogs;

    TableNames(SparkSession session) {
        this.session = session;
        this.catalogs = new Catalogs(session);
    }

    /**
     * Return what a name is in Spark's session catalog, which holds the schemas of all catalogs.
     *
     * @throws UserError when it is not the name of a table
     */
    TableIdentifier parsed(String name) {
        List<String> parts = parts(name, "table", FULL);
        int last = parts.size() - 1;

        if (last == 0 && isPlain(parts.get(0))) {
            return new TableIdentifier(parts.get(0));
        }

        String schema = last == 0 ? DEFAULT_SCHEMA : parts.get(last - 1);
        String catalog = last < FULL - 1 ? catalogs.defaultCatalog() : parts.get(0);
        return new TableIdentifier(
                parts.get(last), Option.apply(Catalogs.stored(catalog, schema)), Option.apply(CATALOG));
    }

    private boolean isPlain(String table) {
        return catalogs.defaultCatalog().equals(CATALOG) || state().catalog().isTempView(new TableIdentifier(table));
    }

    private List<String> parts(String name, String kind, int most) {
        UserError mistake = new UserError(
                most == FULL
                        ? "'%s' is not the name of a %s. Accepted are catalog.schema.table, schema.table and table."
                                .formatted(name, kind)
                        : "'%s' is not the name of a %s. Accepted are catalog.schema and schema."
                                .formatted(name, kind));

        try {
            List<String> parts = CollectionConverters.asJava(state().sqlParser().parseMultipartIdentifier(name));

            if (parts.size() <= most) {
                return parts;
            }
        } catch (Exception e) {
            // Spark throws its checked ParseException without declaring it.
            mistake.initCause(e);
        }

        throw mistake;
    }

    /**
     * Return what a schema is called in Spark's session catalog.
     *
     * @throws UserError when it is not the name of a schema
     */
    String schema(String name) {
        List<String> parts = parts(name, "schema", FULL - 1);
        String catalog = parts.size() == 1 ? catalogs.defaultCatalog() : parts.get(0);
        return Catalogs.stored(catalog, parts.get(parts.size() - 1));
    }

    /** Return what users call a table. */
    String shown(TableIdentifier table) {
        String schema = catalogs.shown(table.database().getOrElse(() -> DEFAULT_SCHEMA));
        String inDefaultCatalog = catalogs.defaultCatalog() + ".";
        String shorter = schema.startsWith(inDefaultCatalog) ? schema.substring(inDefaultCatalog.length()) : schema;
        return shorter.equals(DEFAULT_SCHEMA) ? table.table() : shorter + "." + table.table();
    }

    private SessionState state() {
        return ((org.apache.spark.sql.classic.SparkSession) session).sessionState();
    }
}
