package dev.lakelight.catalog;

import dev.lakelight.problem.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A schema in a catalog, and its name in Spark's session catalog, which has one level only: {@code main.sales} is there
 * {@code main__sales}.
 *
 * @param catalog lower case
 * @param schema as in Spark's session catalog, which ignores case
 */
record SchemaName(String catalog, String schema) {

    /** Spark's own catalog of a session. */
    static final String SESSION_CATALOG = "spark_catalog";

    /** What Databricks calls the workspace's old metastore: the same tables as those of the session catalog. */
    static final String HIVE_METASTORE = "hive_metastore";

    /** The schema that every catalog has. */
    static final String DEFAULT = "default";

    private static final String SEPARATOR = "__";
    private static final Pattern CATALOG = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");

    /** What a hyphen is in the name of a schema, which cannot have one. */
    private static final String HYPHEN = "_x2d_";

    SchemaName {
        catalog = catalog.toLowerCase(Locale.ROOT);
    }

    /**
     * Check the name of a catalog.
     *
     * @throws UserError when it cannot be part of the name of a schema
     */
    static String requireCatalog(String name) {
        String lower = name.toLowerCase(Locale.ROOT);

        if (!CATALOG.matcher(lower).matches() || lower.contains(HYPHEN)) {
            throw new UserError(
                    ("'%s' cannot be the name of a lake's catalog. Accepted are letters and digits, with single"
                                    + " underscores or hyphens between them.")
                            .formatted(name));
        }

        return lower;
    }

    /** Return its name in the session catalog. */
    String stored() {
        return isStoredAsIs(catalog) ? schema : catalog.replace("-", HYPHEN) + SEPARATOR + schema;
    }

    /** Return what a schema of the session catalog is a schema of, or nothing when it is one of that catalog itself. */
    static Optional<SchemaName> ofStored(String schema) {
        int end = schema.indexOf(SEPARATOR);

        if (end <= 0) {
            return Optional.empty();
        }

        String catalog = schema.substring(0, end).replace(HYPHEN, "-");
        return CATALOG.matcher(catalog).matches()
                ? Optional.of(new SchemaName(catalog, schema.substring(end + SEPARATOR.length())))
                : Optional.empty();
    }

    static boolean isStoredAsIs(String catalog) {
        return catalog.equalsIgnoreCase(SESSION_CATALOG) || catalog.equalsIgnoreCase(HIVE_METASTORE);
    }
}
