package dev.lakelight.runtime;

import com.databricks.backend.daemon.dbutils.FileInfo;
import dev.lakelight.result.TableSample;
import java.util.Collection;
import java.util.List;

/** Shows files as a table, as Databricks does. */
final class FileTable {

    private FileTable() {}

    /** Tell whether these are what {@code dbutils.fs.ls} returns. */
    static boolean isListing(Collection<?> items) {
        return !items.isEmpty() && items.stream().allMatch(FileInfo.class::isInstance);
    }

    static TableSample ofListing(Collection<?> items) {
        return of(items.stream().map(FileInfo.class::cast).toList());
    }

    static TableSample of(List<FileInfo> files) {
        return new TableSample(
                List.of("path", "name", "size", "modificationTime"),
                List.of("string", "string", "bigint", "bigint"),
                files.stream().limit(TableSamples.KEPT_ROWS).map(FileTable::row).toList(),
                files.size() > TableSamples.KEPT_ROWS);
    }

    private static List<String> row(FileInfo file) {
        return List.of(file.path(), file.name(), String.valueOf(file.size()), String.valueOf(file.modificationTime()));
    }
}
