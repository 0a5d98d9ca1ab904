package dev.lakelight.workspace.job.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A repair of a run: some of its tasks are run again. Times are milliseconds since 1970; the end is 0 as long as it goes on. */
public record StoredRepair(long repairId, long startTime, long endTime, Standing standing) {

    static StoredRepair of(ResultSet row) throws SQLException {
        return new StoredRepair(
                row.getLong("repair_id"), row.getLong("start_time"), row.getLong("end_time"), Standing.of(row));
    }
}
