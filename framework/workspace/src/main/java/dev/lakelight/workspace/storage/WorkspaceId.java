package dev.lakelight.workspace.storage;

import java.security.SecureRandom;
import java.time.Clock;

/** The number by which clients tell workspaces apart. */
public final class WorkspaceId {

    /** As long as Databricks' own, and exact as a number of JavaScript. */
    private static final long SMALLEST = 1_000_000_000_000_000L;

    private WorkspaceId() {}

    /** Return the number of the workspace of a database; a new one gets its number now. */
    public static long of(Database database, Clock clock) {
        return database.write(session -> {
            var known = session.find("SELECT workspace_id FROM workspace", row -> row.getLong(1));

            if (known.isPresent()) {
                return known.get();
            }

            long made = SMALLEST + new SecureRandom().nextLong(7 * SMALLEST);
            session.update("INSERT INTO workspace VALUES (?, ?)", made, clock.millis());
            return made;
        });
    }
}
