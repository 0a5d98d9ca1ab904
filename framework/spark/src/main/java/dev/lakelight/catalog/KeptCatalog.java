package dev.lakelight.catalog;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;

/**
 * Spark's catalog, kept in a file. It outlives the JVM, and several JVMs that use the same file see the same: each looks whether it
 * has changed before it reads, and they change it one after another. What is kept are names and descriptions; tables are where they
 * are.
 */
public final class KeptCatalog extends DelegatingCatalog {

    private final CatalogFile file;
    private final Configuration hadoop;
    private ExternalCatalog catalog;
    private String version = CatalogFile.NONE;

    private KeptCatalog(CatalogFile file, Configuration hadoop, ExternalCatalog empty) {
        this.file = file;
        this.hadoop = hadoop;
        this.catalog = empty;
    }

    /**
     * Return what makes a catalog, of one that is empty but for the schema {@code default}.
     *
     * @param path of the file; it and its folder need not exist
     */
    public static UnaryOperator<ExternalCatalog> in(Path path, SparkContext context) {
        return empty -> {
            CatalogFile file = new CatalogFile(path, context.version());
            KeptCatalog kept = new KeptCatalog(file, context.hadoopConfiguration(), empty);
            kept.begin();
            return kept;
        };
    }

    private void begin() {
        CatalogFile.Lock lock = file.lock();

        try {
            if (file.version().equals(CatalogFile.NONE)) {
                version = file.write(CatalogSnapshot.of(catalog));
            }

            refresh();
        } finally {
            lock.close();
        }
    }

    /** One call at a time, as with Spark's own. */
    @Override
    synchronized <T> T read(Function<ExternalCatalog, T> work) {
        refresh();
        return work.apply(catalog);
    }

    @Override
    synchronized void change(Consumer<ExternalCatalog> work) {
        CatalogFile.Lock lock = file.lock();

        try {
            refresh();
            // What fails half-way is forgotten: it will not be taken for what is in the file.
            version = CatalogFile.UNFINISHED;
            work.accept(catalog);
            version = file.write(CatalogSnapshot.of(catalog));
        } finally {
            lock.close();
        }
    }

    private void refresh() {
        if (file.version().equals(version)) {
            return;
        }

        CatalogFile.Content content = file.read();
        ExternalCatalog fresh = new InMemoryCatalog(new SparkConf(false), hadoop);
        content.snapshot().fill(fresh);
        catalog = fresh;
        version = content.version();
    }
}
