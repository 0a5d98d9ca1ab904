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
        Duration timeout = read(text);

        if (timeout.isZero() || timeout.isNegative()) {
            throw notATimeout(text);
        }
        return timeout;
    }

    private static Duration read(String text) {
        try {
            return Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw notATimeout(text);
        }
    }

    private static UserError notATimeout(String text) {
        return new UserError(
                "%s is '%s', which is not a time above zero; write hours, minutes or seconds: 2h, 60m, 90s or 1h30m"
                        .formatted(PropertyNames.TIMEOUT, text));
    }

    private Timeout() {}
}
