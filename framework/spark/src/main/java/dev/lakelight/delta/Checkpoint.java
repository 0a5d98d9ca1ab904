package dev.lakelight.delta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * A checkpoint of a log, for tables whose first commits were cleaned up: of one file, of several, or of version 2 with sidecars.
 * The protocol's checkpoint specification has their names. They are Parquet, so Spark reads them.
 *
 * @param version that it holds
 * @param names of its files
 */
record Checkpoint(long version, List<String> names) {

    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.checkpoint\\..*(parquet|json)");

    /** Return the latest one that is not after a version. */
    static Optional<Checkpoint> latest(LogFiles files, long notAfter) {
        List<Matcher> all = files.names().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(name -> version(name) <= notAfter)
                .toList();
        return all.stream()
                .map(Checkpoint::version)
                .max(Comparator.naturalOrder())
                .map(version -> new Checkpoint(
                        version,
                        all.stream()
                                .filter(name -> version(name) == version)
                                .map(Matcher::group)
                                .toList()));
    }

    List<JsonNode> actions(LogFiles files, SparkSession session) {
        List<JsonNode> actions = read(names, files, session);
        List<String> sidecars = actions.stream()
                .map(action -> action.path("sidecar").path("path").asText())
                .filter(path -> !path.isEmpty())
                .map("_sidecars/"::concat)
                .toList();
        return sidecars.isEmpty()
                ? actions
                : Stream.concat(actions.stream(), read(sidecars, files, session).stream())
                        .toList();
    }

    private static List<JsonNode> read(List<String> names, LogFiles files, SparkSession session) {
        if (names.stream().allMatch(name -> name.endsWith(".json"))) {
            return names.stream()
                    .flatMap(name -> files.lines(name).stream())
                    .flatMap(List::stream)
                    .toList();
        }

        String[] paths = names.stream()
                .filter(name -> name.endsWith(".parquet"))
                .map(name -> files.path(name).toString())
                .toArray(String[]::new);
        return session.read().parquet(paths).toJSON().collectAsList().stream()
                .map(LogFiles::action)
                .toList();
    }

    private static long version(Matcher name) {
        return Long.parseLong(name.group(1));
    }
}
