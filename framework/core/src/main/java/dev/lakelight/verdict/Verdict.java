package dev.lakelight.verdict;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SuiteResult;
import java.util.List;

/**
 * GREEN or RED, never anything else. Whatever is lost, unknown or unread makes it RED.
 *
 * @param colour the judgement
 * @param reasons why it is RED, as sentences, the root of the trouble first; empty exactly when GREEN
 */
public record Verdict(Colour colour, List<String> reasons) {

    /** The judgement. */
    public enum Colour {
        GREEN,
        RED
    }

    public Verdict {
        requireNonNull(colour, "colour");
        reasons = List.copyOf(reasons);

        if ((colour == Colour.RED) == reasons.isEmpty()) {
            throw new IllegalArgumentException("RED has reasons and GREEN has none, but was " + colour + " " + reasons);
        }
    }

    /** Judge what a suite left behind and how its JVM ended. */
    public static Verdict of(SuiteResult suite, RunFacts run) {
        List<String> reasons = VerdictRules.reasons(suite, run);
        return new Verdict(reasons.isEmpty() ? Colour.GREEN : Colour.RED, reasons);
    }

    /** Return whether all is well. */
    public boolean isGreen() {
        return colour == Colour.GREEN;
    }
}
