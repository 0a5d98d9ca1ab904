package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a notebook or of a class with a main method.
 *
 * @param module path of the notebook as it was asked for, or the class name
 * @param configuration name of the configuration it ran under, or null
 * @param parameters what it was given, in order, secrets redacted
 * @param outcome how it ended
 * @param duration wall time
 * @param cells the cells that were reached, those of {@code %run} callees included, in order of execution; for a
 *     class one that stands for its main method
 * @param exitValue what it handed to {@code dbutils.notebook.exit}, or null
 * @param problem why it failed, or null
 */
public record ModuleRun(
        String module,
        @Nullable String configuration,
        Map<String, String> parameters,
        Outcome outcome,
        Duration duration,
        List<CellRun> cells,
        @Nullable String exitValue,
        @Nullable Problem problem) {

    /** How a run ended. */
    public enum Outcome {
        SUCCEEDED,
        FAILED
    }

    public ModuleRun {
        requireNonNull(module, "module");
        requireNonNull(outcome, "outcome");
        requireNonNull(duration, "duration");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        cells = List.copyOf(cells);
    }

    /** Return the warnings of its cells, in the order of execution. */
    public List<Warning> warnings() {
        return cells.stream().flatMap(cell -> cell.warnings().stream()).toList();
    }
}
