package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Statements that cannot be bridged, and why. */
final class Refusals {

    private static final String PIPELINE =
            "Only a pipeline of Databricks keeps it up to date. Test its query: put it into"
                    + " CREATE TABLE ... AS SELECT.";
    private static final String METASTORE =
            "It belongs to a metastore of Unity Catalog, and there is none here. Leave it to what sets up the workspace.";
    private static final String PERMISSIONS = "There are no users and no permissions. Test permissions in a workspace.";
    private static final String TRANSACTION =
            "Delta commits each statement on its own. Write what belongs together as one statement, such as MERGE.";

    /** The longer before the shorter, so that the first that fits tells most. */
    private static final Map<String, String> REASONS = reasons();

    /** What the name of a kind of object may be preceded by. */
    private static final Set<String> MODIFIERS = Set.of("OR", "REPLACE", "REFRESH", "PRIVATE", "TEMPORARY", "LIVE");

    private static final Set<String> KINDS_OF_LIVE = Set.of("TABLE", "VIEW");

    private Refusals() {}

    /**
     * Why a statement cannot be run.
     *
     * @param statement its first words
     * @param text the reason, and what to do
     */
    record Reason(String statement, String text) {}

    static Optional<Reason> reason(StatementReader reader) {
        List<String> words = reader.firstWords(6);
        String verb = words.get(0);

        if (verb.equals("CREATE") && isLive(words)) {
            return Optional.of(new Reason("CREATE LIVE TABLE", PIPELINE));
        }

        if (verb.equals("DESCRIBE") && isOneName(reader)) {
            return Optional.empty();
        }

        Optional<Reason> clause = RefusedClauses.reason(reader);

        if (clause.isPresent()) {
            return clause;
        }

        String kind = verb
                + words.stream()
                        .skip(1)
                        .filter(word -> !verb.equals("CREATE") || !MODIFIERS.contains(word))
                        .limit(2)
                        .reduce("", (left, right) -> left + " " + right);
        return REASONS.entrySet().stream()
                .filter(refused -> (kind + " ").startsWith(refused.getKey() + " "))
                .findFirst()
                .map(refused -> new Reason(refused.getKey(), refused.getValue()));
    }

    /** Return whether it describes a table, which may be called {@code policy} or {@code share}. */
    private static boolean isOneName(StatementReader statement) {
        StatementReader reader = statement.again();
        reader.take();

        if (!reader.atEnd()) {
            reader.take();
        }

        return reader.atEnd();
    }

    /** Return whether a live table or view is made; any other table may be called so. */
    private static boolean isLive(List<String> words) {
        int next = words.indexOf("LIVE") + 1;
        return next > 0
                && next < words.size()
                && KINDS_OF_LIVE.contains(words.get(next))
                && !words.contains("STREAMING");
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>(Comparator.reverseOrder());
        reasons.put("UNDROP", "A table that is dropped is gone at once. Do not drop it, or create it anew.");
        reasons.put("LIST", "List files with dbutils.fs.ls.");
        reasons.put("FSCK", "Neither Spark nor Delta has it. Tables of a lake lose no files: leave it out.");
        reasons.put("APPLY CHANGES", PIPELINE);
        reasons.put("PUT", "Copy files with dbutils.fs.cp.");
        reasons.put("GET", "Copy files with dbutils.fs.cp.");
        reasons.put(
                "GET DIAGNOSTICS",
                "Spark's scripts do not have it. Let a handler name its condition: DECLARE EXIT HANDLER FOR DIVIDE_BY_ZERO.");
        reasons.put(
                "SIGNAL",
                "Spark's scripts do not have it. Write SELECT raise_error('text'), which handlers get as"
                        + " USER_RAISED_EXCEPTION.");
        reasons.put(
                "RESIGNAL",
                "Spark's scripts do not have it. Leave the handler out, or write SELECT raise_error('text').");
        reasons.put("BEGIN ATOMIC", TRANSACTION);
        reasons.put("BEGIN TRANSACTION", TRANSACTION);
        reasons.put("SYNC", METASTORE);
        reasons.put("SHOW TABLES DROPPED", "A table that is dropped is gone at once.");
        reasons.put("SHOW GROUPS", PERMISSIONS);
        reasons.put("SHOW USERS", PERMISSIONS);
        reasons.put("SHOW POLICIES", PERMISSIONS);
        reasons.put("REFRESH FOREIGN", METASTORE);
        reasons.put("DESCRIBE VOLUME", "A volume is a folder here. List it with dbutils.fs.ls.");
        reasons.put("DESC VOLUME", "A volume is a folder here. List it with dbutils.fs.ls.");
        reasons.put("SHOW GRANTS", PERMISSIONS);
        reasons.put("SHOW GRANT", PERMISSIONS);

        for (String verb : List.of("CREATE", "ALTER", "DROP", "REFRESH", "DESCRIBE")) {
            reasons.put(
                    verb + " PROCEDURE", "Neither Spark nor Delta keeps procedures. Write its body into a notebook.");
            reasons.put(verb + " POLICY", PERMISSIONS);
            List.of("STREAMING TABLE", "MATERIALIZED VIEW", "FLOW")
                    .forEach(kind -> reasons.put(verb + " " + kind, PIPELINE));
            List.of(
                            "EXTERNAL LOCATION",
                            "STORAGE CREDENTIAL",
                            "SERVICE CREDENTIAL",
                            "CREDENTIAL",
                            "SHARE",
                            "RECIPIENT",
                            "PROVIDER",
                            "CONNECTION",
                            "FOREIGN CATALOG",
                            "CLEAN ROOM")
                    .forEach(kind -> reasons.put(verb + " " + kind, METASTORE));
        }

        List.of(
                        "EXTERNAL LOCATIONS",
                        "STORAGE CREDENTIALS",
                        "SERVICE CREDENTIALS",
                        "CREDENTIALS",
                        "SHARES",
                        "RECIPIENTS",
                        "PROVIDERS",
                        "CONNECTIONS")
                .forEach(kinds -> reasons.put("SHOW " + kinds, METASTORE));
        return reasons;
    }
}
