package dev.lakelight.compare.plan;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;

/** Gives rows a hash. */
@FunctionalInterface
public interface RowHash extends Serializable {

    /** The hash of all bytes. */
    RowHash OF_BYTES = row -> XXH64.hashUnsafeBytes(row.getBaseObject(), row.getBaseOffset(), row.getSizeInBytes(), 42);

    /** The hash of all bytes but those of the last column, which is the sign. */
    RowHash WITHOUT_SIGN = row -> RowLayout.of(row.numFields()).hash(row);

    /** Return the hash of a row. */
    long of(UnsafeRow row);
}
