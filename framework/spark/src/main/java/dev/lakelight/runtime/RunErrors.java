package dev.lakelight.runtime;

import dev.lakelight.interpreter.ScalaCompileError;
import dev.lakelight.interpreter.ScalaCompiler;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.sql.SqlSyntaxError;
import java.time.Duration;
import java.util.List;

/** What users are told when a module cannot be run as it is. */
final class RunErrors {

    private RunErrors() {}

    static UserError sqlSyntax(SqlSyntaxError error, CellPlace place, TextPosition start) {
        TextPosition position = start.plus(error.line(), error.column());
        String message = "%s at %s. %s"
                .formatted(error.problem(), place.describe(position.line(), position.column()), error.advice());
        return new UserError(message, place.location(position.line()));
    }

    static UserError noR(CellPlace place) {
        return cannotRun(place, "Lakelight has no R. Rewrite the cell in SQL, or leave the notebook out of the tests.");
    }

    static UserError unknownMagic(CellPlace place) {
        return cannotRun(
                place,
                "this magic is unknown. Known are %run, %md, %fs, %sh, %pip and those of languages. Correct or remove it.");
    }

    static UserError fsCommand(CellPlace place, String problem, String commands) {
        return cannotRun(place, "%s. Commands: %s.".formatted(problem, commands));
    }

    static UserError shellOff(CellPlace place) {
        SourceLocation location = place.firstLine();
        return new UserError(
                "Cannot run %s in %s: a shell reaches the whole machine, so it is off. Set -D%s=true to allow it."
                        .formatted(
                                place.cell().language().equals("sh") ? "%sh" : "!command",
                                place.describe(location),
                                ShellCell.PROPERTY),
                location);
    }

    static EnvironmentError noShell(CellPlace place) {
        return new EnvironmentError(
                "Cannot run %%sh in %s: this machine has neither /bin/bash nor /bin/sh. Use another one."
                        .formatted(place.describe(place.firstLine())));
    }

    static UserError shellFailed(CellPlace place, int exitCode) {
        SourceLocation location = place.firstLine();
        return new UserError(
                "%%sh -e failed in %s: exit code %d. What it printed is in the output of the cell."
                        .formatted(place.describe(location), exitCode),
                location);
    }

    static UserError shellTooSlow(CellPlace place, Duration limit) {
        SourceLocation location = place.firstLine();
        return new UserError(
                "%%sh was ended in %s: it did not end within %d minutes. Make it do less."
                        .formatted(place.describe(location), limit.toMinutes()),
                location);
    }

    private static UserError cannotRun(CellPlace place, String reason) {
        SourceLocation location = place.firstLine();
        return new UserError(
                "Cannot run %%%s in %s: %s".formatted(place.cell().language(), place.describe(location), reason),
                location);
    }

    static UserError noNotebook(String path, List<String> lookedAt) {
        return new UserError(
                "There is no notebook '%s'. Looked at:\n  %s\nCorrect the path; it is taken from the project's"
                                .formatted(path, String.join("\n  ", lookedAt))
                        + " base directory.");
    }

    static UserError noNotebookToRun(String path, List<String> lookedAt, CellPlace place) {
        SourceLocation location = place.firstLine();
        return new UserError(
                "%%run finds no notebook '%s' in %s. Looked at:\n  %s\nCorrect the path; it is taken from the folder of the"
                                .formatted(path, place.describe(location), String.join("\n  ", lookedAt))
                        + " calling notebook, or from the project's base directory when it begins with /.",
                location);
    }

    static UserError ambiguous(String path, List<String> candidates) {
        return new UserError("'%s' names more than one notebook: %s. Add the extension."
                .formatted(path, String.join(", ", candidates)));
    }

    static UserError circularRun(List<String> chain, CellPlace place) {
        SourceLocation location = place.firstLine();
        return new UserError(
                "%%run goes in a circle in %s: %s. Move what both need to a notebook of its own."
                        .formatted(place.describe(location), String.join(" -> ", chain)),
                location);
    }

    static UserError doesNotCompile(CellPlace place, int line, String diagnostic) {
        return new UserError(
                "%s does not compile: %s".formatted(place.describe(line), diagnostic), place.location(line));
    }

    static UserError doesNotCompile(CellPlace place, ScalaCompileError error) {
        String caret =
                error.caret().isEmpty() ? "" : "\n" + error.caret().indent(2).stripTrailing();
        return doesNotCompile(place, error.line(), error.getMessage() + caret);
    }

    static EnvironmentError noScala(CellPlace place) {
        return new EnvironmentError(
                "Cannot run scala in %s: Scala's compiler is not on the class path. Add the dependency %s, with scope test or provided."
                        .formatted(place.describe(place.firstLine()), ScalaCompiler.coordinates()));
    }

    static EnvironmentError otherScala(CellPlace place, String version) {
        return new EnvironmentError(
                "Cannot run scala in %s: Scala's compiler has version %s, which does not fit the Scala library that Spark brings. Change the dependency to %s."
                        .formatted(place.describe(place.firstLine()), version, ScalaCompiler.coordinates()));
    }

    static EnvironmentError noPython(CellPlace place, EnvironmentError reason) {
        return new EnvironmentError(
                "Cannot run python in %s: %s".formatted(place.describe(place.firstLine()), reason.getMessage()),
                reason);
    }

    static UserError pythonDied(CellPlace place) {
        SourceLocation location = place.firstLine();
        return new UserError(
                "Python ended while it ran %s. What it printed is in the output of the cell."
                        .formatted(place.describe(location)),
                location);
    }

    static EnvironmentError noCompiler(CellPlace place) {
        return new EnvironmentError(
                "Cannot run java in %s: this Java (%s at %s) has no compiler. Run the tests with a JDK."
                        .formatted(
                                place.describe(place.firstLine()),
                                System.getProperty("java.version"),
                                System.getProperty("java.home")));
    }

    static UserError noCellClassOnExecutor(Throwable cause) {
        return new UserError(
                "the executors do not have the functions and classes of cells: an external cluster has to fetch them from the driver of"
                        + " the tests, by spark.repl.class.uri. Move them to a class of the project, or use an embedded cluster.",
                cause);
    }

    static UserError noVariableOnExecutor(String name, Throwable cause) {
        return new UserError(
                "executor processes do not have the variable '%s': its value cannot be serialized. Let its class implement java.io.Serializable, or make the value where it is used."
                        .formatted(name),
                cause);
    }

    static UserError settingRejected(String name, String value, Throwable cause) {
        return new UserError("Cannot set %s to '%s' for the run: %s".formatted(name, value, cause.getMessage()), cause);
    }

    static UserError noClass(String className) {
        return new UserError(
                "There is no class '%s' on the class path. Correct the name; it is written with its package."
                        .formatted(className));
    }

    static UserError noMain(Class<?> module, String found) {
        return new UserError(
                "The class %s has no 'public static void main(String[])', %s. Add it, or name another class."
                        .formatted(module.getName(), found));
    }
}
