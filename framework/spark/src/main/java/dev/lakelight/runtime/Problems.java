package dev.lakelight.runtime;

import dev.lakelight.problem.ThrownText;
import dev.lakelight.problem.UserError;
import dev.lakelight.python.PythonException;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what was thrown into values for the record. */
final class Problems {

    private Problems() {}

    static Problem of(Throwable failure) {
        Throwable thrown =
                failure instanceof CellFailedException ? Objects.requireNonNull(failure.getCause()) : failure;
        return new Problem(typeOf(thrown), ThrownText.message(failure), ThrownText.trace(thrown), locationOf(failure));
    }

    private static String typeOf(Throwable thrown) {
        return thrown instanceof PythonException python
                ? python.type()
                : thrown.getClass().getName();
    }

    private static @Nullable SourceLocation locationOf(Throwable failure) {
        if (failure instanceof CellFailedException cell) {
            return cell.location();
        }

        return failure instanceof UserError error ? error.location().orElse(null) : null;
    }
}
