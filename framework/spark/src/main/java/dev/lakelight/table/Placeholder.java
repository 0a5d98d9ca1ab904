package dev.lakelight.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in an expected row in place of a value that nobody can know beforehand.
 *
 * <ul>
 *   <li>{@code <any>}: any value, and NULL
 *   <li>{@code <not null>}: any value
 *   <li>{@code <uuid>}: text of a UUID
 *   <li>{@code <timestamp within 5m>}: a time at most so far from now, in s, m, h or d
 *   <li>{@code <regex A\d+>}: a value whose whole text matches, dates and times as in ISO 8601
 * </ul>
 *
 * <p>{@code <text <any>>} is the very text {@code <any>}. Two placeholders are equal when they are written alike.
 */
public final class Placeholder {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern WITHIN = Pattern.compile("<timestamp within (\\d{1,9}) ?([smhd])>");
    private static final Pattern REGEX = Pattern.compile("<regex (.+)>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<text (.*)>", Pattern.DOTALL);
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private final String text;
    private final Predicate<@Nullable Object> condition;

    private Placeholder(String text, Predicate<@Nullable Object> condition) {
        this.text = text;
        this.condition = condition;
    }

    /** Return whether a value, as Spark hands it out with {@code java.time}, may be in its place. */
    public boolean accepts(@Nullable Object value) {
        return condition.test(value);
    }

    /** Read a placeholder; nothing when the text is none. */
    static Optional<Placeholder> read(String text, ZoneId zone) throws BadValueException {
        Predicate<@Nullable Object> condition = switch (text) {
            case "<any>" -> value -> true;
            case "<not null>" -> value -> value != null;
            case "<uuid>" ->
                value -> value instanceof String uuid && UUID.matcher(uuid).matches();
            default -> null;
        };

        if (condition != null) {
            return Optional.of(new Placeholder(text, condition));
        }

        Matcher within = WITHIN.matcher(text);
        return within.matches() ? Optional.of(within(text, within, zone)) : regex(text);
    }

    /** Return what is meant where no placeholder stands: the text itself, or what {@code <text ...>} quotes. */
    static String unquoted(String text) {
        Matcher quoted = TEXT.matcher(text);
        return quoted.matches() ? quoted.group(1) : text;
    }

    /** Return a value that stands for itself where placeholders are read: text that looks like one is quoted. */
    static @Nullable Object quoted(@Nullable Object value) {
        boolean taken = value instanceof String text && text.startsWith("<") && text.endsWith(">");
        return taken ? "<text %s>".formatted(value) : value;
    }

    private static Placeholder within(String text, Matcher within, ZoneId zone) {
        Duration unit = UNITS.getOrDefault(within.group(2), Duration.ZERO);
        Duration most = unit.multipliedBy(Long.parseLong(within.group(1)));
        return new Placeholder(text, value -> {
            Instant time =
                    value instanceof LocalDateTime local ? local.atZone(zone).toInstant() : null;
            Instant instant = value instanceof Instant zoned ? zoned : time;
            return instant != null
                    && Duration.between(instant, Instant.now()).abs().compareTo(most) <= 0;
        });
    }

    private static Optional<Placeholder> regex(String text) throws BadValueException {
        Matcher regex = REGEX.matcher(text);

        if (!regex.matches()) {
            return Optional.empty();
        }

        try {
            Pattern pattern = Pattern.compile(regex.group(1));
            return Optional.of(new Placeholder(
                    text,
                    value -> value != null && pattern.matcher(written(value)).matches()));
        } catch (PatternSyntaxException e) {
            throw BadValueException.because("%s is no regular expression: %s".formatted(text, e.getDescription()));
        }
    }

    private static String written(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Placeholder placeholder && placeholder.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Return it as it is written. */
    @Override
    public String toString() {
        return text;
    }
}
