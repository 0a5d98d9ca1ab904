package dev.lakelight.catalog;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text for users that Spark wrote, in which schemas have the names of Spark's session catalog, {@code main__sales}: shown are those
 * of their catalogs, {@code main.sales}. Paths keep theirs.
 */
final class ShownText {

    private static final Pattern STORED = Pattern.compile(
            "(?<![\\w/\\\\`.])(`?)(?:spark_catalog\\1\\.\\1)?([a-z0-9]+(?:_[a-z0-9]+)*?__\\w+)\\1(?![\\w/])");

    private final Predicate<SchemaName> known;

    /** Show the names of those schemas that are known. */
    ShownText(Predicate<SchemaName> known) {
        this.known = known;
    }

    String of(String text) {
        return text.contains("__")
                ? STORED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(shown(match)))
                : text;
    }

    private String shown(MatchResult match) {
        String quote = match.group(1);
        return SchemaName.ofStored(match.group(2))
                .filter(known)
                .map(name -> quote + name.catalog() + quote + "." + quote + name.schema() + quote)
                .orElse(match.group());
    }
}
