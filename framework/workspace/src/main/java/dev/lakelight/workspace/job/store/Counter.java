package dev.lakelight.workspace.job.store;

import dev.lakelight.workspace.storage.Session;
import java.sql.SQLException;

/** Gives numbers that are never given twice, also when what had them is gone. */
enum Counter {
    JOB("job"),
    RUN("run");

    private final String key;

    Counter(String key) {
        this.key = key;
    }

    long next(Session session) throws SQLException {
        int unused = session.update("UPDATE counter SET last = last + 1 WHERE name = ?", key);
        return session.find("SELECT last FROM counter WHERE name = ?", row -> row.getLong(1), key)
                .orElseThrow();
    }
}
