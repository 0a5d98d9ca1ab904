package dev.lakelight.job.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is a cron expression as Quartz, and with it Databricks, reads it. Reports show when such a schedule is due by a library
 * that is not on the class path of tests.
 */
final class CronExpression {

    private static final int DAY_OF_MONTH = 3;
    private static final int DAY_OF_WEEK = 5;
    private static final int WITH_YEAR = 7;
    private static final String NO_VALUE = "?";

    private static final List<Field> FIELDS = List.of(
            new Field("the second", 0, 59, List.of(), "(?!)"),
            new Field("the minute", 0, 59, List.of(), "(?!)"),
            new Field("the hour", 0, 23, List.of(), "(?!)"),
            new Field("the day of the month", 1, 31, List.of(), "L|LW|L-([1-9]|[12]\\d|30)W?|([1-9]|[12]\\d|3[01])W"),
            new Field(
                    "the month",
                    1,
                    12,
                    List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
                    "(?!)"),
            new Field(
                    "the day of the week",
                    1,
                    7,
                    List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"),
                    "L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5])"),
            new Field("the year", 1970, 2099, List.of(), "(?!)"));

    private CronExpression() {}

    /** Return what is wrong with a text, if anything. */
    static Optional<String> problem(String cron) {
        String[] fields = cron.strip().toUpperCase(Locale.ROOT).split("\\s+");

        if (fields.length != WITH_YEAR && fields.length != WITH_YEAR - 1) {
            return Optional.of("it has %d fields instead of 6 or 7".formatted(fields.length));
        }

        for (int i = 0; i < fields.length; i++) {
            Optional<String> problem =
                    isWithoutValue(fields, i) ? Optional.empty() : FIELDS.get(i).problem(fields[i]);

            if (problem.isPresent()) {
                return problem;
            }
        }

        return fields[DAY_OF_MONTH].equals(NO_VALUE) == fields[DAY_OF_WEEK].equals(NO_VALUE)
                ? Optional.of("exactly one of the day of the month and the day of the week has to be ?")
                : Optional.empty();
    }

    private static boolean isWithoutValue(String[] fields, int index) {
        return fields[index].equals(NO_VALUE) && (index == DAY_OF_MONTH || index == DAY_OF_WEEK);
    }

    /**
     * A field of the expression.
     *
     * @param label what it is called
     * @param names of its values from the least on; empty where it has none
     * @param special pattern of values that only this field has
     */
    private record Field(String label, int least, int most, List<String> names, String special) {

        private static final Pattern PART =
                Pattern.compile("(?:\\*|(?<from>\\w+)(?:-(?<to>\\w+))?)?(?:/(?<step>\\d+))?");

        Optional<String> problem(String text) {
            return Stream.of(text.split(",", -1))
                    .filter(part -> !isValid(part))
                    .findFirst()
                    .map(part -> "%s is '%s', which is not from %d to %d".formatted(label, part, least, most));
        }

        private boolean isValid(String part) {
            Matcher range = PART.matcher(part);
            return part.matches(special)
                    || (!part.isEmpty()
                            && range.matches()
                            && isNumber(range.group("step"), 1)
                            && isValue(range.group("from"))
                            && isValue(range.group("to")));
        }

        private boolean isValue(@Nullable String text) {
            return text == null || names.contains(text) || isNumber(text, least);
        }

        private boolean isNumber(@Nullable String text, int from) {
            if (text == null) {
                return true;
            }

            boolean isShort = text.matches("\\d{1,4}");
            return isShort && Integer.parseInt(text) >= from && Integer.parseInt(text) <= most;
        }
    }
}
