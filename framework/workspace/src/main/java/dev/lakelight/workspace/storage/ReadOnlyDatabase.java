package dev.lakelight.workspace.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** The database of a workspace that runs in another process: what it has acknowledged can be read. */
public final class ReadOnlyDatabase {

    private static final int BUSY_MILLIS = 10_000;

    private final Path file;

    /** Read the database of the workspace with this state folder. */
    public ReadOnlyDatabase(Path stateFolder) {
        this.file = stateFolder.resolve(Database.FILE);
    }

    /** Return a class of the library that reading needs. */
    public static Class<?> library() {
        return JDBC.class;
    }

    /**
     * Read.
     *
     * @throws DatabaseException when it cannot be read
     */
    public <T> T read(Database.Work<T> work) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);

        try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
            return work.run(new Session(connection));
        } catch (SQLException e) {
            throw new DatabaseException(file, e);
        }
    }
}
