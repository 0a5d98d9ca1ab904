package dev.lakelight.catalog;

import java.util.Arrays;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.delta.catalog.DeltaCatalog;

/** Delta's session catalog, whose list of schemas leaves out those of catalogs with names. Spark makes it by the presets. */
// Delta declares an array where Spark has variable arguments.
@SuppressWarnings("overrides")
public final class LakeSessionCatalog extends DeltaCatalog {

    private final Catalogs catalogs = new Catalogs(SparkSession.active());

    /** Called by Spark. */
    public LakeSessionCatalog() {}

    @Override
    public String[][] listNamespaces() throws NoSuchNamespaceException {
        return visible(super.listNamespaces());
    }

    @Override
    public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
        return namespace.length == 0 ? listNamespaces() : super.listNamespaces(namespace);
    }

    private String[][] visible(String[][] namespaces) {
        return Arrays.stream(namespaces)
                .filter(each -> catalogs.shown(each[0]).equals(each[0]))
                .toArray(String[][]::new);
    }
}
