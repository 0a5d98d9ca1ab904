package dev.lakelight.maven;

import dev.lakelight.problem.UserError;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads how long a suite may take. */
final class Timeout {

    /**
     * Return the time that a text such as {@code 90s}, {@code 60m} or {@code 1h30m} says.
     *
     * @throws UserError when it says none, or one that is not positive
     */
    static Duration parse(String text) {
        return parse(PropertyNames.TIMEOUT, text);
    }

    /**
     * Return the time that a property says.
     *
     * @throws UserError when it says none, or one that is not positive
     */
    static Duration parse(String property, String text) {
        Duration timeout = read(property, text);

        if (timeout.isZero() || timeout.isNegative()) {
            throw notATimeout(property, text);
        }
        return timeout;
    }

    private static Duration read(String property, String text) {
        try {
            return Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw notATimeout(property, text);
        }
    }

    private static UserError notATimeout(String property, String text) {
        return new UserError(
                "%s is '%s', which is not a time above zero; write hours, minutes or seconds: 2h, 60m, 90s or 1h30m"
                        .formatted(property, text));
    }

    private Timeout() {}
}
