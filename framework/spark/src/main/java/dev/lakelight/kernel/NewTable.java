package dev.lakelight.kernel;

import static io.delta.kernel.internal.util.Utils.singletonCloseableIterator;
import static io.delta.kernel.internal.util.Utils.toCloseableIterator;

import dev.lakelight.table.TableRows;
import io.delta.kernel.DataWriteContext;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** Writes a table that needs no table feature: all columns may be NULL and have plain names, and none has metadata. */
final class NewTable {

    private static final String WRITER = "Lakelight";

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Engine engine;
    private final String path;

    NewTable(Engine engine, Path table) {
        this.engine = engine;
        this.path = table.toString();
    }

    static boolean canHold(TableRows rows) {
        return !rows.schema().isEmpty()
                && isPlain(rows.schema())
                && rows.rows().stream().noneMatch(row -> AncientTimes.areIn(row, rows.schema()));
    }

    private static boolean isPlain(DataType type) {
        if (type instanceof org.apache.spark.sql.types.StructType struct) {
            return hasPlainNames(struct) && Arrays.stream(struct.fields()).allMatch(NewTable::isPlain);
        }

        if (type instanceof ArrayType array) {
            return array.containsNull() && isPlain(array.elementType());
        }

        if (type instanceof MapType map) {
            return map.valueContainsNull() && isPlain(map.keyType()) && isPlain(map.valueType());
        }

        // TIMESTAMP_NTZ is a feature of the table.
        return ExactTypes.contain(type) && !type.equals(DataTypes.TimestampNTZType);
    }

    private static boolean isPlain(StructField field) {
        return field.nullable()
                && field.metadata().json().equals("{}")
                && PLAIN_NAME.matcher(field.name()).matches()
                && isPlain(field.dataType());
    }

    private static boolean hasPlainNames(org.apache.spark.sql.types.StructType struct) {
        Set<String> names = new HashSet<>();
        return Arrays.stream(struct.fieldNames()).allMatch(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    void write(TableRows rows) throws IOException {
        StructType schema =
                DataTypeJsonSerDe.deserializeStructType(rows.schema().json());
        Transaction transaction =
                TableManager.buildCreateTableTransaction(path, schema, WRITER).build(engine);
        CloseableIterable<Row> actions = rows.rows().isEmpty()
                ? CloseableIterable.emptyIterable()
                : CloseableIterable.inMemoryIterable(
                        dataFiles(transaction.getTransactionState(engine), rows, ValueBatch.of(rows, schema)));
        summarize(transaction.commit(engine, actions));
    }

    private CloseableIterator<Row> dataFiles(Row state, TableRows rows, ValueBatch values) throws IOException {
        CloseableIterator<FilteredColumnarBatch> logical =
                singletonCloseableIterator(new FilteredColumnarBatch(values, Optional.empty()));
        CloseableIterator<FilteredColumnarBatch> physical =
                Transaction.transformLogicalData(engine, state, logical, Map.of());
        DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
        // Not the target directory of the context: Kernel encodes that, and its own writer does not decode it.
        List<DataFileStatus> files = engine.getParquetHandler()
                .writeParquetFiles(path, physical, context.getStatisticsColumns())
                .toInMemoryList();
        CloseableIterator<DataFileStatus> described = toCloseableIterator(
                files.stream().map(file -> described(file, files.size(), rows)).iterator());
        return Transaction.generateAppendActions(engine, state, described, context);
    }

    /** Rows as few as a seed has fit into one file. */
    private static DataFileStatus described(DataFileStatus file, int files, TableRows rows) {
        return files == 1
                ? new DataFileStatus(
                        file.getPath(),
                        file.getSize(),
                        file.getModificationTime(),
                        Optional.of(FileStatistics.of(rows)))
                : file;
    }

    /** The version's checksum file saves readers, Spark among them, a look into the log. */
    private void summarize(TransactionCommitResult result) throws IOException {
        for (PostCommitHook hook : result.getPostCommitHooks()) {
            if (hook.getType() == PostCommitHookType.CHECKSUM_SIMPLE) {
                hook.threadSafeInvoke(engine);
            }
        }
    }
}
