package dev.lakelight.catalog;

import java.util.Collection;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.AnalysisException;
import scala.Option;
import scala.collection.immutable.Map$;

/** What Databricks says of a catalog that does not exist, with those that do. Spark takes such a name for a schema. */
final class NoSuchCatalog {

    private static final String CONDITION = "NO_SUCH_CATALOG_EXCEPTION";

    private NoSuchCatalog() {}

    /** Return Spark's exception of statements that cannot be analyzed. */
    static AnalysisException of(String name, Collection<String> catalogs) {
        String message =
                "[%s] Catalog '%s' was not found. Catalogs of this lake: %s. Correct the name, or make the catalog: by"
                        .formatted(CONDITION, name, String.join(", ", catalogs));
        return new AnalysisException(
                message
                        + " CREATE CATALOG, by the setting %s, or by a seed of a table in it."
                                .formatted(Catalogs.SETTING),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.apply(CONDITION),
                Map$.MODULE$.empty(),
                new QueryContext[0]);
    }
}
