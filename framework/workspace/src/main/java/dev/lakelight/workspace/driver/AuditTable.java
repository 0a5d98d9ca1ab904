package dev.lakelight.workspace.driver;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The audit log as a Delta table, {@code audit} in the state folder. What has come since it was read last is added when it is read;
 * the drivers of a workspace do so one after another.
 */
final class AuditTable {

    private static final Object ONE_AT_A_TIME = new Object();
    private static final String FORMAT = "delta";

    private final Path folder;
    private final Path lock;
    private final AuditRows rows;

    AuditTable(Path stateFolder) {
        this.folder = stateFolder.resolve("audit");
        this.lock = stateFolder.resolve("audit.lock");
        this.rows = new AuditRows(stateFolder);
    }

    /** Return where it is, as Spark reads it. */
    String location() {
        return folder.toUri().toString();
    }

    /**
     * Add what is new.
     *
     * @throws EnvironmentError when the audit log cannot be read
     */
    void refresh(SparkSession session) {
        // The analysis of a query goes on in this thread, and its session may be in the middle of something.
        Refresh refresh = new Refresh(((org.apache.spark.sql.classic.SparkSession) session).newSession());
        Thread thread = new Thread(refresh, "lakelight-audit");
        thread.setDaemon(true);
        thread.start();

        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new EnvironmentError("The audit log was not read: the statement was cancelled.", e);
        }

        refresh.requireDone();
    }

    private void append(SparkSession session) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Released with the channel.
                FileLock unused = channel.lock();
                long last = last(session);

                for (List<Row> next = rows.after(last); !next.isEmpty(); next = rows.after(last)) {
                    append(next, session);
                    last = AuditRows.id(next.get(next.size() - 1));
                }
            }
        }
    }

    private void append(List<Row> next, SparkSession session) {
        session.createDataFrame(next, AuditRows.SCHEMA)
                .coalesce(1)
                .write()
                .format(FORMAT)
                .option("delta.autoOptimize.autoCompact", "true")
                .mode("append")
                .save(location());
    }

    private long last(SparkSession session) {
        return Files.isDirectory(folder.resolve("_delta_log"))
                ? session.read()
                        .format(FORMAT)
                        .load(location())
                        .selectExpr("coalesce(max(CAST(event_id AS BIGINT)), 0L)")
                        .head()
                        .getLong(0)
                : 0;
    }

    private final class Refresh implements Runnable {

        private final SparkSession session;
        private @Nullable Exception problem;

        private Refresh(SparkSession session) {
            this.session = session;
        }

        @Override
        public void run() {
            SparkSession.setActiveSession(session);

            try {
                append(session);
            } catch (IOException | RuntimeException e) {
                problem = e;
            }
        }

        private void requireDone() {
            if (problem != null) {
                throw new EnvironmentError("The audit log of the workspace cannot be read: " + problem, problem);
            }
        }
    }
}
