package dev.lakelight.workspace.storage;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The database of a workspace: SQLite in one file. When {@link #write} returns, the change outlives the process and the power.
 * Changes come one after another; reading goes on meanwhile and sees what was there before.
 */
public final class Database implements AutoCloseable {

    static final String FILE = "workspace.db";

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();
    private final Connection writer;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> readers = new ArrayList<>();

    private Database(Path file, Connection writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Open the database, or create it.
     *
     * @throws EnvironmentError when the file cannot be read or was written by a newer version
     */
    public static Database open(Path folder) {
        Path file = folder.resolve(FILE);

        try {
            keepNativeLibraryIn(folder.resolve("native"));
            Connection writer = configuration().createConnection("jdbc:sqlite:" + file);
            Database database = new Database(file, writer);
            Migrations.run(writer, file);
            writer.setAutoCommit(false);
            return database;
        } catch (SQLException | IOException e) {
            throw new EnvironmentError(
                    "Cannot open the workspace's database %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    // The library is unpacked once a JVM, to the folder of the first workspace.
    private static void keepNativeLibraryIn(Path folder) throws IOException {
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty(
                    "org.sqlite.tmpdir", Files.createDirectories(folder).toString());
        }
    }

    private static SQLiteConfig configuration() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        return config;
    }

    /** Read. */
    public <T> T read(Work<T> work) {
        Connection reader = borrow();

        try {
            return work.run(new Session(reader));
        } catch (SQLException e) {
            throw new DatabaseException(file, e);
        } finally {
            giveBack(reader);
        }
    }

    /** Change something: all of it or, when the work throws, nothing. */
    public <T> T write(Work<T> work) {
        writing.lock();

        try {
            T result = work.run(new Session(writer));
            writer.commit();
            return result;
        } catch (SQLException e) {
            rollBack();
            throw new DatabaseException(file, e);
        } catch (RuntimeException | Error e) {
            rollBack();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** Change something that has no result. */
    public void change(Change change) {
        Boolean unused = write(session -> {
            change.run(session);
            return true;
        });
    }

    private void rollBack() {
        try {
            writer.rollback();
        } catch (SQLException e) {
            throw new DatabaseException(file, e);
        }
    }

    private Connection borrow() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }

        try {
            Connection reader = configuration().createConnection("jdbc:sqlite:" + file);
            synchronized (idle) {
                readers.add(reader);
            }
            return reader;
        } catch (SQLException e) {
            throw new DatabaseException(file, e);
        }
    }

    private void giveBack(Connection reader) {
        synchronized (idle) {
            idle.push(reader);
        }
    }

    @Override
    public void close() {
        writing.lock();

        try {
            for (Connection reader : readers) {
                reader.close();
            }
            writer.close();
        } catch (SQLException e) {
            throw new DatabaseException(file, e);
        } finally {
            writing.unlock();
        }
    }

    /** Something to do with the database. */
    @FunctionalInterface
    public interface Work<T> {

        /** Do it. */
        T run(Session session) throws SQLException;
    }

    /** A change without a result. */
    @FunctionalInterface
    public interface Change {

        /** Make it. */
        void run(Session session) throws SQLException;
    }
}
