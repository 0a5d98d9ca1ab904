package dev.lakelight.table;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with written rows, gathered so that a whole file can be mended at once. */
final class Mistakes {

    /** More are counted, not shown. */
    static final int SHOWN = 10;

    private final String subject;
    private final List<String> lines = new ArrayList<>();
    private @Nullable SourceLocation first;
    private long count;

    /**
     * Gather mistakes.
     *
     * @param subject what is read, as a message begins
     */
    Mistakes(String subject) {
        this.subject = subject;
    }

    void add(Place place, String text) {
        if (count == 0) {
            first = place.location();
        }

        if (count < SHOWN) {
            lines.add("\n  " + place.text() + text);
        }

        count++;
    }

    /** Throw them as one error if there are any. */
    void throwIfAny() {
        if (count > 0) {
            throw first == null ? new UserError(message()) : new UserError(message(), first);
        }
    }

    private String message() {
        String number = count == 1 ? "1 mistake" : count + " mistakes";
        String more = count > SHOWN ? "\n  and %d more".formatted(count - SHOWN) : "";
        return "%s cannot be read, %s:%s%s".formatted(subject, number, String.join("", lines), more);
    }
}
