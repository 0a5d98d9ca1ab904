package dev.lakelight.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Reads a table's transaction log as the Delta protocol lays it out: {@code _delta_log/<version>.json} with an action a line.
 * {@code DESCRIBE HISTORY} tells the same, with a Spark job each time.
 */
final class DeltaHistory {

    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path log;
    private final Configuration configuration;

    DeltaHistory(Path table, Configuration configuration) {
        this.log = new Path(table, "_delta_log");
        this.configuration = configuration;
    }

    /** Return the latest version, or nothing when nothing was committed. */
    OptionalLong version() {
        return Arrays.stream(commitFiles())
                .map(file -> COMMIT.matcher(file.getPath().getName()))
                .filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .max();
    }

    /** Return when a commit was made, in milliseconds since 1970; 0 when that is not known. */
    long committedAt(long version) {
        return info(version).path("timestamp").asLong();
    }

    /** Return a commit. */
    DeltaCommit commit(long version) {
        JsonNode info = info(version);
        Map<String, String> metrics = new HashMap<>();
        info.path("operationMetrics")
                .properties()
                .forEach(
                        metric -> metrics.put(metric.getKey(), metric.getValue().asText()));
        return new DeltaCommit(version, info.path("operation").asText(), metrics);
    }

    private JsonNode info(long version) {
        return actions(version).stream()
                .map(action -> action.path("commitInfo"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    /** Return what tells this table from one that was dropped at the same place; empty when that is not known. */
    String id() {
        return actions(0).stream()
                .map(action -> action.path("metaData").path("id").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private FileStatus[] commitFiles() {
        try {
            return fileSystem().listStatus(log);
        } catch (FileNotFoundException nothingCommitted) {
            return new FileStatus[0];
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + log, e);
        }
    }

    private List<JsonNode> actions(long version) {
        Path file = new Path(log, "%020d.json".formatted(version));

        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(fileSystem().open(file), StandardCharsets.UTF_8))) {
            return reader.lines().map(DeltaHistory::action).toList();
        } catch (FileNotFoundException cleanedUp) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static JsonNode action(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Not an action of a Delta log: " + line, e);
        }
    }

    private FileSystem fileSystem() throws IOException {
        return log.getFileSystem(configuration);
    }
}
