package dev.lakelight.dialect;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Which files have been loaded into a table. It lies beside the table's commits, so it goes where the table goes, under the id of
 * the table, so a table that is replaced by another one starts anew. A file counts as loaded by its path, changed since or not, as
 * on Databricks.
 */
final class CopyLog {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();

    private final DeltaFolder table;
    private final Path folder;

    CopyLog(DeltaFolder table) {
        this.table = table;
        this.folder = new Path(new Path(table.log(), "_copy_into_log"), table.id());
    }

    /** Return what has to be held while files are loaded into a table: two loads at the same time would both load a file. */
    static Object lockOf(DeltaFolder table) {
        return LOCKS.computeIfAbsent(table.id(), id -> new Object());
    }

    List<FileStatus> withoutLoaded(List<FileStatus> files) {
        Set<String> loaded = new HashSet<>();
        logFiles()
                .forEach(log -> table.lines(log)
                        .forEach(line -> loaded.add(line.path("path").asText())));
        return files.stream()
                .filter(file -> !loaded.contains(file.getPath().toString()))
                .toList();
    }

    void add(List<FileStatus> files) {
        Path log = new Path(folder, "%020d.json".formatted(table.version()));
        table.write(log, files.stream().map(CopyLog::line).toList());
    }

    private static ObjectNode line(FileStatus file) {
        return JSON.createObjectNode()
                .put("path", file.getPath().toString())
                .put("size", file.getLen())
                .put("modificationTime", file.getModificationTime());
    }

    private List<Path> logFiles() {
        try {
            return List.of(table.fileSystem().listStatus(folder)).stream()
                    .map(FileStatus::getPath)
                    .toList();
        } catch (FileNotFoundException nothingLoaded) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
