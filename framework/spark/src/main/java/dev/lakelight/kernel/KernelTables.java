package dev.lakelight.kernel;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.table.TableRows;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Small Delta tables, written and read without Spark. Nothing is cached: each call sees the latest commit. */
public final class KernelTables {

    private final Engine engine;

    /**
     * Reach tables through these file systems.
     *
     * @param files configuration of a session, whose paths lead into its lake
     */
    public KernelTables(Configuration files) {
        this.engine = DefaultEngine.create(files);
    }

    /** Return whether Delta Kernel is there: not every version of Delta for Spark brings one that can make tables. */
    public static boolean areAvailable() {
        return Availability.IS_GIVEN;
    }

    /** Return whether a new table of these rows would be the same as one that Spark makes. */
    public static boolean canHold(TableRows rows) {
        return NewTable.canHold(rows);
    }

    /**
     * Make a table of rows in one commit.
     *
     * @param table folder in which there is none yet
     * @param rows that it {@link #canHold can hold}
     * @throws EnvironmentError when its files cannot be written; its log is then empty
     */
    public void create(Path table, TableRows rows) {
        try {
            new NewTable(engine, table).write(rows);
        } catch (IOException e) {
            throw new EnvironmentError("Cannot write the table in %s: %s".formatted(table, e), e);
        }
    }

    /**
     * Return the rows of a table as Spark would read them, or nothing when that is better left to Spark: the table is large, there is
     * none, or it uses what Kernel does not read in the same way.
     */
    public Optional<TableRows> read(Path table) {
        try {
            return new SmallTable(engine, table).rows();
        } catch (IOException e) {
            throw new EnvironmentError("Cannot read the table in %s: %s".formatted(table, e), e);
        }
    }

    /** Looked up once. */
    private static final class Availability {

        private static final boolean IS_GIVEN = isGiven();

        private static boolean isGiven() {
            try {
                Class.forName("io.delta.kernel.transaction.CreateTableTransactionBuilder");
                Class.forName("io.delta.kernel.defaults.engine.DefaultEngine");
                Class.forName("io.delta.kernel.Snapshot").getMethod("getProtocol");
                return true;
            } catch (ReflectiveOperationException | LinkageError notThere) {
                return false;
            }
        }
    }
}
