package dev.lakelight.kernel;

import static io.delta.kernel.internal.util.Utils.singletonCloseableIterator;

import dev.lakelight.table.TableRows;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads all rows of a table, if they are few and Kernel reads them as Spark does. */
final class SmallTable {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_FILES = 100;

    private final Engine engine;
    private final String path;
    private final List<Row> rows = new ArrayList<>();

    SmallTable(Engine engine, Path table) {
        this.engine = engine;
        this.path = table.toString();
    }

    Optional<TableRows> rows() throws IOException {
        Optional<ReadableTable> table = snapshot().flatMap(ReadableTable::of);

        if (table.isEmpty()) {
            return Optional.empty();
        }

        StructType schema = table.get().schema();
        Scan scan = table.get().snapshot().getScanBuilder().build();
        return readAll(scan, schema) ? Optional.of(new TableRows(schema, rows)) : Optional.empty();
    }

    /** Kernel refuses features that it does not know, too. */
    private Optional<Snapshot> snapshot() {
        try {
            return Optional.of(TableManager.loadSnapshot(path).build(engine));
        } catch (KernelException notThereOrNotKnown) {
            return Optional.empty();
        }
    }

    /** Return false when something is not for Kernel after all. */
    private boolean readAll(Scan scan, StructType schema) throws IOException {
        List<io.delta.kernel.data.Row> files = files(scan);

        if (files.size() > MOST_FILES) {
            return false;
        }

        io.delta.kernel.data.Row state = scan.getScanState(engine);

        for (io.delta.kernel.data.Row file : files) {
            if (!read(file, state, schema)) {
                return false;
            }
        }

        return true;
    }

    private List<io.delta.kernel.data.Row> files(Scan scan) throws IOException {
        List<io.delta.kernel.data.Row> files = new ArrayList<>();

        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext() && files.size() <= MOST_FILES) {
                try (CloseableIterator<io.delta.kernel.data.Row> some =
                        batches.next().getRows()) {
                    some.forEachRemaining(files::add);
                }
            }
        }

        return files;
    }

    private boolean read(io.delta.kernel.data.Row file, io.delta.kernel.data.Row state, StructType schema)
            throws IOException {
        CloseableIterator<ColumnarBatch> physical = engine.getParquetHandler()
                .readParquetFiles(
                        singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        ScanStateRow.getPhysicalDataReadSchema(state),
                        Optional.empty())
                .map(FileReadResult::getData);

        try (CloseableIterator<FilteredColumnarBatch> logical =
                Scan.transformPhysicalData(engine, state, file, physical)) {
            while (logical.hasNext()) {
                if (!add(logical.next(), schema)) {
                    return false;
                }
            }
        }

        return true;
    }

    private boolean add(FilteredColumnarBatch batch, StructType schema) {
        ColumnarBatch data = batch.getData();
        Optional<ColumnVector> selection = batch.getSelectionVector();

        for (int row = 0; row < data.getSize(); row++) {
            if (selection.isEmpty() || selection.get().getBoolean(row)) {
                rows.add(row(data, row, schema));

                if (rows.size() > MOST_ROWS || AncientTimes.areIn(rows.get(rows.size() - 1), schema)) {
                    return false;
                }
            }
        }

        return true;
    }

    private static Row row(ColumnarBatch data, int row, StructType schema) {
        @Nullable Object[] values = new Object[schema.size()];

        for (int i = 0; i < values.length; i++) {
            values[i] =
                    VectorValue.of(data.getColumnVector(i), row, schema.apply(i).dataType());
        }

        return RowFactory.create(values);
    }
}
