package dev.lakelight.delta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** With the number of the part and of all parts, if there are several. */
    private static final Pattern NAME =
            Pattern.compile("(\\d{20})\\.checkpoint\\.(?:(\\d{10})\\.(\\d{10})\\.)?.*(?:parquet|json)");

    private static final int VERSION = 1;
    private static final int PART = 2;
    private static final int PARTS = 3;

    /** Return the latest whole one that is not after a version. */
    static Optional<Checkpoint> latest(LogFiles files, long notAfter) {
        TreeMap<Long, List<Matcher>> byVersion = files.names().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(name -> version(name) <= notAfter)
                .collect(Collectors.groupingBy(name -> version(name), TreeMap::new, Collectors.toList()));
        return byVersion.descendingMap().values().stream()
                .flatMap(names -> whole(names).stream())
                .findFirst();
    }

    /** Any one file without parts is whole; parts are when all of them are there. */
    private static Optional<Checkpoint> whole(List<Matcher> names) {
        Optional<List<Matcher>> alone = names.stream()
                .filter(name -> name.group(PART) == null)
                .findFirst()
                .map(List::of);
        return alone.or(() ->
                        names.stream().collect(Collectors.groupingBy(name -> name.group(PARTS))).entrySet().stream()
                                .filter(parts -> parts.getValue().size() == Integer.parseInt(parts.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst())
                .map(whole -> new Checkpoint(
                        version(whole.get(0)),
                        whole.stream().map(Matcher::group).toList()));
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
        return Long.parseLong(name.group(VERSION));
    }
}
