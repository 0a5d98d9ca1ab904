package dev.lakelight.job;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A dynamic value reference, such as <code>{{tasks.load.values.rows}}</code>. Names other than of letters, digits and
 * underscores stand in backticks. What is not written like one is plain text, as on Databricks.
 *
 * @param segments of its path, without backticks
 */
public record DynamicReference(List<String> segments) {

    private static final String SEGMENT = "(?:\\w+|`[^`]+`)";
    private static final Pattern SEGMENTS = Pattern.compile(SEGMENT);
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*(%1$s(?:\\.%1$s)*)\\s*}}".formatted(SEGMENT));

    public DynamicReference {
        segments = List.copyOf(segments);
    }

    /** Return the references of a text, in order. */
    public static List<DynamicReference> in(String text) {
        return REFERENCE.matcher(text).results().map(DynamicReference::of).toList();
    }

    /** Replace the references of a text whose first segment is a {@link ReferenceNames#isNamespace namespace}. */
    public static String resolve(String text, Function<DynamicReference, String> values) {
        return REFERENCE.matcher(text).replaceAll(match -> {
            DynamicReference reference = of(match);
            boolean known = ReferenceNames.isNamespace(reference.segments().get(0));
            return Matcher.quoteReplacement(known ? values.apply(reference) : match.group());
        });
    }

    private static DynamicReference of(MatchResult match) {
        return new DynamicReference(SEGMENTS.matcher(match.group(1))
                .results()
                .map(segment -> segment.group().replace("`", ""))
                .toList());
    }

    /** Return a segment, or an empty text when there is none. */
    public String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    /** Return the segments from an index on, joined by dots. */
    public String from(int index) {
        return segments.stream().skip(index).collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return "{{%s}}".formatted(from(0));
    }
}
