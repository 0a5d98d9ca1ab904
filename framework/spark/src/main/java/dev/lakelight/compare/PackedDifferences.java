package dev.lakelight.compare;

import dev.lakelight.compare.plan.PackedRows;
import dev.lakelight.compare.plan.RowColumns;
import dev.lakelight.compare.plan.RowHash;
import dev.lakelight.compare.plan.RowPacking;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Differing rows as bytes, in sessions that know those: what tables with many columns cost most is what is planned for each of them. */
final class PackedDifferences implements DifferingRows {

    private final Dataset<Row> signed;
    private final RowPacking packing;
    private final RowHash hash;
    private final PackedRow packed;
    private final CanonicalRow canonical;

    /** Find those of rows with signs. */
    PackedDifferences(Dataset<Row> signed, StructType schema, @Nullable RowKey key, RowHash hash) {
        int[] positions = key == null ? new int[0] : key.positions();
        this.signed = signed;
        this.packing = RowPacking.signed(IntStream.of(positions).boxed().toList(), hash);
        this.hash = hash;
        this.packed = PackedRow.of(signed);
        this.canonical = CanonicalRow.of(schema);
    }

    @Override
    public Dataset<Row> all() {
        return PackedRows.of(SignedUnion.unbalanced(signed), packing);
    }

    @Override
    public Dataset<Row> ofHashes(Set<Long> hashes) {
        return PackedRows.of(SignedUnion.unbalanced(signed, hash, hashes), packing);
    }

    @Override
    public List<@Nullable Object> values(Row row) {
        return canonical.of(packed.row(row.getAs(RowColumns.ROW)));
    }
}
