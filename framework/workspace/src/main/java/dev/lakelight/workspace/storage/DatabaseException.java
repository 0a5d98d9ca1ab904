package dev.lakelight.workspace.storage;

import java.nio.file.Path;
import java.sql.SQLException;

/** The database cannot be read or written, or was asked for something wrong. */
final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(Path file, SQLException cause) {
        super("The workspace's database %s failed: %s".formatted(file, cause.getMessage()), cause);
    }
}
