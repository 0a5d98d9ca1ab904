package dev.lakelight.workspace.storage;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Brings a database to the current version, step by step. A step that has been released is never edited: there is a next one. */
final class Migrations {

    /** The scripts {@code schema-1.sql} to {@code schema-<this>.sql}, each in one transaction. */
    private static final int CURRENT = 3;

    private Migrations() {}

    static void run(Connection connection, Path file) throws SQLException, IOException {
        int version = version(connection);

        if (version > CURRENT) {
            throw new EnvironmentError(
                    "%s was written by a newer version of Lakelight (its schema is %d, known are up to %d). Use that version, or another state folder."
                            .formatted(file, version, CURRENT));
        }

        for (int next = version + 1; next <= CURRENT; next++) {
            run(connection, script(next), next);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static void run(Connection connection, String script, int version) throws SQLException {
        connection.setAutoCommit(false);

        try (Statement statement = connection.createStatement()) {
            for (String part : script.strip().split(";\n", -1)) {
                statement.executeUpdate(part);
            }
            statement.executeUpdate("PRAGMA user_version = " + version);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String script(int version) throws IOException {
        try (InputStream script = Migrations.class.getResourceAsStream("schema-%d.sql".formatted(version))) {
            return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
