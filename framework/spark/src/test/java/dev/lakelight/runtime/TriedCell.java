package dev.lakelight.runtime;

import dev.lakelight.result.CellRun;
import java.util.Locale;

/**
 * What became of a cell of a foreign notebook.
 *
 * @param run its record
 * @param late whether it was ended because its time was up
 */
record TriedCell(CellRun run, boolean late) {

    enum End {
        RAN,
        REFUSED,
        FAILED
    }

    /** Return whether it has code: neither blank nor prose. */
    boolean isCode() {
        return !run.code().isBlank() && !run.language().startsWith("md");
    }

    End end() {
        if (run.problem() == null) {
            return End.RAN;
        }

        String message = run.problem().message();
        return message.startsWith("Cannot run ") || message.contains("cannot be run here") ? End.REFUSED : End.FAILED;
    }

    /** Return the reason in one line, or nothing when it ran. */
    String reason() {
        if (run.problem() == null) {
            return "";
        }

        String first = run.problem().message().lines().findFirst().orElse("");
        String type = run.problem().type().replaceFirst(".*[.]", "");
        return (late ? "TIME IS UP " : "") + type + ": " + first.replaceAll("\\s+", " ");
    }

    String line(String file) {
        return String.join(
                        "\t",
                        file,
                        String.valueOf(run.number()),
                        run.source().toString(),
                        run.language(),
                        end().name().toLowerCase(Locale.ROOT),
                        String.valueOf(run.duration().toMillis()),
                        reason())
                + "\n";
    }
}
