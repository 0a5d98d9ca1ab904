package dev.lakelight.dialect;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructType;

/**
 * {@code DEEP CLONE}: Delta's shallow clone, whose files are then copied into the table. So schema, properties, partitions and
 * protocol are what Delta makes of them, and there is one commit.
 *
 * @param target name as it is written
 * @param existing what is done with a table that exists
 * @param shallow Delta's command
 * @param source its text from {@code SHALLOW CLONE} on
 */
record DeepClone(String target, Existing existing, LogicalPlan shallow, String source) implements DialectStatement {

    /** What is done with a table that exists. */
    enum Existing {
        FAILS,
        STAYS,
        REPLACED
    }

    private static final List<String> COLUMNS = List.of(
            "source_table_size",
            "source_num_of_files",
            "num_removed_files",
            "num_copied_files",
            "removed_files_size",
            "copied_files_size");

    @Override
    public StructType schema() {
        StructType schema = new StructType();

        for (String column : COLUMNS) {
            schema = schema.add(column, "bigint");
        }

        return schema;
    }

    @Override
    public List<Row> run(SparkSession session) {
        boolean exists = session.catalog().tableExists(target);

        if (exists && existing == Existing.REPLACED) {
            Row result = new ReplacedClone(session, DeltaFolder.of(session, "DEEP CLONE", target)).by(source);
            session.catalog().refreshTable(target);
            return List.of(result);
        }

        List<Row> shallowResult = cloned(session);
        return exists ? shallowResult : List.of(completed(session, shallowResult.get(0)));
    }

    private List<Row> cloned(SparkSession session) {
        return Dataset$.MODULE$.ofRows(session, shallow).collectAsList();
    }

    /** A new table whose files cannot be copied is no clone. */
    private Row completed(SparkSession session, Row shallowResult) {
        try {
            DeltaFolder folder = DeltaFolder.of(session, "DEEP CLONE", target);
            ClonedFiles copied = ClonedFiles.into(folder);
            DeltaLog.invalidateCache(session, folder.path());
            session.catalog().refreshTable(target);
            return withCopied(shallowResult, copied);
        } catch (Throwable e) {
            session.sql("DROP TABLE IF EXISTS " + target);
            throw e;
        }
    }

    private static Row withCopied(Row shallow, ClonedFiles copied) {
        return RowFactory.create(
                shallow.getLong(0),
                shallow.getLong(1),
                shallow.getLong(2),
                copied.number(),
                shallow.getLong(4),
                copied.size());
    }
}
