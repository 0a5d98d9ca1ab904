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
            "(?<![\\w/\\\\`.])(`?)(spark_catalog\\1\\.\\1)?([a-z0-9]+(?:_[a-z0-9]+)*?__\\w+)\\1(?![\\w/])");

    /** A name in quotes as a whole, as Delta has it in some messages. */
    private static final Pattern QUOTED =
            Pattern.compile("(?<=`)()(spark_catalog\\.)?([a-z0-9]+(?:_[a-z0-9]+)*?__\\w+)(?=\\.[^`./]+`)");

    private final Predicate<String> catalogs;
    private final Predicate<SchemaName> schemas;

    /**
     * Show the names of schemas.
     *
     * @param catalogs those whose schemas are shown, whether they exist or not, where it is said that the name is a schema's
     * @param schemas those that exist, shown wherever their names stand
     */
    ShownText(Predicate<String> catalogs, Predicate<SchemaName> schemas) {
        this.catalogs = catalogs;
        this.schemas = schemas;
    }

    String of(String text) {
        return text.contains("__") ? replaced(QUOTED, replaced(STORED, text)) : text;
    }

    private String replaced(Pattern names, String text) {
        return names.matcher(text).replaceAll(match -> Matcher.quoteReplacement(shown(match)));
    }

    private String shown(MatchResult match) {
        String quote = match.group(1);
        boolean isSchema = match.group(2) != null;
        return SchemaName.ofStored(match.group(3))
                .filter(name -> isSchema ? catalogs.test(name.catalog()) : schemas.test(name))
                .map(name -> quote + name.catalog() + quote + "." + quote + name.schema() + quote)
                .orElse(match.group());
    }
}
