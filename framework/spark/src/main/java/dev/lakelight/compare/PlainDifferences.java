package dev.lakelight.compare;

import static dev.lakelight.compare.plan.RowColumns.BYTES;
import static dev.lakelight.compare.plan.RowColumns.HASH;
import static dev.lakelight.compare.plan.RowColumns.PLACE;
import static dev.lakelight.compare.plan.RowColumns.ROW;
import static dev.lakelight.compare.plan.RowColumns.SIGN;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Differing rows as any session of Spark finds them. */
final class PlainDifferences implements DifferingRows {

    private final Dataset<Row> signed;
    private final StructType schema;
    private final Column[] columns;
    private final Column place;
    private final CanonicalRow canonical;

    /** Find those of rows with signs. */
    PlainDifferences(Dataset<Row> signed, StructType schema, @Nullable RowKey key) {
        this.signed = signed;
        this.schema = schema;
        this.columns = SignedUnion.columns(schema);
        this.place = key == null ? col(HASH) : SignedUnion.hash(columns(key));
        this.canonical = CanonicalRow.of(schema);
    }

    private static Column[] columns(RowKey key) {
        return IntStream.of(key.positions())
                .mapToObj(i -> col(SignedUnion.name(i)))
                .toArray(Column[]::new);
    }

    @Override
    public Dataset<Row> all() {
        return of(signed);
    }

    @Override
    public Dataset<Row> ofHashes(Set<Long> hashes) {
        return of(signed.where(SignedUnion.hash(columns).isin(hashes.toArray())));
    }

    private Dataset<Row> of(Dataset<Row> rows) {
        Dataset<Row> differing = SignedUnion.summed(rows, columns);
        return differing.select(
                col(SIGN),
                place.as(PLACE),
                col(HASH),
                RowBytes.of(schema, SignedUnion.names(schema)).as(BYTES),
                struct(columns).as(ROW));
    }

    @Override
    public List<@Nullable Object> values(Row row) {
        return canonical.of(row.<Row>getAs(ROW));
    }
}
