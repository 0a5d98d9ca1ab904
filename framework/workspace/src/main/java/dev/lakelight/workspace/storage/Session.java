package dev.lakelight.workspace.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements in one transaction. */
public final class Session {

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Return all rows. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        }
    }

    /** Return the first row. */
    public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        return list(sql, reader, values).stream().findFirst();
    }

    /** Run a statement that changes rows, and return how many there were. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Insert a row and return the id that it got. */
    public long insert(String sql, @Nullable Object... values) throws SQLException {
        int unused = update(sql, values);
        return find("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);

        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }

        return statement;
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface RowReader<T> {

        /** Read the current row. */
        T read(ResultSet row) throws SQLException;
    }
}
