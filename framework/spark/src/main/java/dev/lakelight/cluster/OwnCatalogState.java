package dev.lakelight.cluster;

import dev.lakelight.catalog.LakeSession;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogWithListener;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.internal.SharedState;
import org.jspecify.annotations.Nullable;

/** What sessions share, with another catalog than Spark would make. Spark itself offers two, by setting, and no third. */
final class OwnCatalogState extends SharedState {

    private final UnaryOperator<ExternalCatalog> catalog;
    private @Nullable ExternalCatalogWithListener made;

    private OwnCatalogState(SparkSession session, UnaryOperator<ExternalCatalog> catalog) {
        super(session.sparkContext(), session.initialSessionOptions());
        this.catalog = catalog;
    }

    /** Return a session like one that has not been used yet, with another catalog. */
    static SparkSession sessionWith(SparkSession unused, UnaryOperator<ExternalCatalog> catalog) {
        return new LakeSession(unused, new OwnCatalogState(unused, catalog));
    }

    @Override
    public synchronized ExternalCatalogWithListener externalCatalog() {
        if (made == null) {
            ExternalCatalog empty = super.externalCatalog().unwrapped();
            made = new ExternalCatalogWithListener(catalog.apply(empty));
        }

        return made;
    }
}
