package dev.lakelight.runtime;

import dev.lakelight.interpreter.ScalaNames;
import dev.lakelight.problem.ThrownText;
import dev.lakelight.problem.UserError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in other words what tasks fail with when they miss something of cells. */
final class TaskErrors {

    private static final Pattern NULL_VARIABLE =
            Pattern.compile("because \"(?<type>[\\w.$]+)\\.(?<name>\\w+)\" is null");

    private final CellClassLoader loader;

    TaskErrors(CellClassLoader loader) {
        this.loader = loader;
    }

    /** Return what to tell when a task has missed a class of a Scala cell. */
    static Optional<UserError> ofScala(Throwable thrown) {
        return causes(thrown).anyMatch(ScalaNames::isMissingClass)
                ? Optional.of(RunErrors.noCellClassOnExecutor(thrown))
                : Optional.empty();
    }

    private static Stream<String> causes(Throwable thrown) {
        return ThrownText.chain(thrown).stream()
                .map(next -> "%s: %s".formatted(next.getClass().getName(), ThrownText.message(next)));
    }

    /** Return what to tell instead of what was thrown, if that is one of these. */
    Optional<UserError> explained(Throwable thrown) {
        return causes(thrown)
                .flatMap(message -> explained(message, thrown).stream())
                .findFirst();
    }

    private Optional<UserError> explained(String message, Throwable thrown) {
        if (message.contains("ClassNotFoundException") && loader.isNamedIn(message)) {
            return Optional.of(RunErrors.noCellClassOnExecutor(thrown));
        }

        Matcher variable = NULL_VARIABLE.matcher(message);
        return variable.find() && loader.hasValue(variable.group("type"), variable.group("name"))
                ? Optional.of(RunErrors.noVariableOnExecutor(variable.group("name"), thrown))
                : Optional.empty();
    }
}
