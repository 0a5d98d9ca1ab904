package dev.lakelight.compare.plan;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import scala.jdk.javaapi.CollectionConverters;

/** Which rows are looked at. */
@FunctionalInterface
interface WantedRows extends Serializable {

    WantedRows ALL = rows -> rows;

    /** Return those of some rows. */
    Iterator<UnsafeRow> of(Iterator<UnsafeRow> rows);

    /**
     * Those that have one of some hashes.
     *
     * @param hash gives rows a hash, equal ones the same
     * @param hashes which ones are wanted
     */
    record OfHashes(RowHash hash, Set<Long> hashes) implements WantedRows {

        public OfHashes {
            hashes = Set.copyOf(hashes);
        }

        @Override
        public Iterator<UnsafeRow> of(Iterator<UnsafeRow> rows) {
            return CollectionConverters.asJava(
                    CollectionConverters.asScala(rows).filter(row -> hashes.contains(hash.of(row))));
        }
    }
}
