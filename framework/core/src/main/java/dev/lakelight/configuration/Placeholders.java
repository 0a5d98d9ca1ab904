package dev.lakelight.configuration;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what is known only when a test runs: <code>${lake.files}</code>, <code>${lake.name}</code>,
 * <code>${project.basedir}</code>. Other <code>${...}</code> are left alone, they may be the pipeline's own.
 */
public final class Placeholders {

    /** The folder of the lake's files, absolute. */
    public static final String LAKE_FILES = "lake.files";

    /** The lake's name. */
    public static final String LAKE_NAME = "lake.name";

    /** The project's base directory, absolute. */
    public static final String PROJECT_BASEDIR = "project.basedir";

    private static final Pattern OURS = Pattern.compile("\\$\\{((?:lake|project)\\.[^}]*)}");

    private final Map<String, String> values;

    private Placeholders(Map<String, String> values) {
        this.values = values;
    }

    /** Replace these names, given without <code>${}</code>, by these values. */
    public static Placeholders of(Map<String, String> values) {
        return new Placeholders(Map.copyOf(values));
    }

    /**
     * Return the text with every placeholder replaced by its value. Values are not looked into again.
     *
     * @throws UserError when a name below {@code lake.} or {@code project.} is unknown
     */
    public String resolve(String text) {
        return OURS.matcher(text).replaceAll(match -> Matcher.quoteReplacement(valueOf(match, text)));
    }

    /** Return the same keys in the same order with their values resolved. */
    public Map<String, String> resolve(Map<String, String> parameters) {
        Map<String, String> resolved = new LinkedHashMap<>();
        parameters.forEach((name, value) -> resolved.put(name, resolve(value)));
        return resolved;
    }

    private String valueOf(MatchResult match, String text) {
        String value = values.get(match.group(1));

        if (value == null) {
            throw new UserError(unknown(match.group(1), text));
        }

        return value;
    }

    private String unknown(String name, String text) {
        String hint = NearestName.to(name, values.keySet())
                .map(" Perhaps you mean ${%s}."::formatted)
                .orElse("");
        return "Unknown placeholder ${%s} in '%s'. Known here: %s.%s"
                .formatted(name, text, String.join(", ", new TreeSet<>(values.keySet())), hint);
    }
}
