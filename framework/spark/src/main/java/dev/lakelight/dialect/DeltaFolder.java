package dev.lakelight.dialect;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/**
 * The folder of a Delta table as the Delta protocol lays it out: {@code _delta_log/<version>.json} holds an action a line.
 *
 * @param path of the table
 * @param id that Delta gave the table
 * @param configuration for its file system
 */
record DeltaFolder(Path path, String id, Configuration configuration) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION_DIGITS = 20;
    private static final String COMMIT = ".json";

    /**
     * Return the folder of a table.
     *
     * @param statement that needs it, for the message when it is not Delta's
     */
    static DeltaFolder of(SparkSession session, String statement, String table) {
        Row detail = session.sql("DESCRIBE DETAIL " + table)
                .select("format", "id", "location")
                .head();

        if (!"delta".equals(detail.getString(0))) {
            throw DialectErrors.notDelta(statement, table, detail.getString(0));
        }

        return new DeltaFolder(
                new Path(detail.getString(2)),
                detail.getString(1),
                session.sessionState().newHadoopConf());
    }

    Path log() {
        return new Path(path, "_delta_log");
    }

    FileSystem fileSystem() {
        try {
            return path.getFileSystem(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach " + path, e);
        }
    }

    /** Return the latest version. */
    long version() {
        return logFiles().stream()
                .filter(name -> name.length() == VERSION_DIGITS + COMMIT.length() && name.endsWith(COMMIT))
                .mapToLong(name -> Long.parseLong(name.substring(0, VERSION_DIGITS)))
                .max()
                .orElseThrow();
    }

    /** Return the actions of a commit. */
    List<ObjectNode> actions(long version) {
        return lines(commitFile(version));
    }

    /** Replace a commit by another that stands for the same rows, and drop what Delta derived from it. */
    void replace(long version, List<ObjectNode> actions) {
        write(commitFile(version), actions);
        String number = commitFile(version).getName().substring(0, VERSION_DIGITS);
        logFiles().stream()
                .filter(name -> name.startsWith(number) && !name.endsWith(COMMIT))
                .forEach(name -> delete(new Path(log(), name)));
        logFiles().stream().filter("_last_checkpoint"::equals).forEach(name -> delete(new Path(log(), name)));
    }

    List<ObjectNode> lines(Path file) {
        List<ObjectNode> lines = new ArrayList<>();

        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(fileSystem().open(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add((ObjectNode) JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }

        return lines;
    }

    void write(Path file, List<ObjectNode> lines) {
        try (OutputStream out = fileSystem().create(file, true)) {
            for (ObjectNode line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private Path commitFile(long version) {
        return new Path(log(), "%020d.json".formatted(version));
    }

    private List<String> logFiles() {
        try {
            return Arrays.stream(fileSystem().listStatus(log()))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + log(), e);
        }
    }

    private void delete(Path file) {
        try {
            fileSystem().delete(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }
}
