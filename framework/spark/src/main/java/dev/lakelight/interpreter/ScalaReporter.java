package dev.lakelight.interpreter;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.reflect.internal.Reporter.Severity;
import scala.reflect.internal.util.CodeAction;
import scala.reflect.internal.util.Position;
import scala.tools.nsc.Settings;
import scala.tools.nsc.interpreter.shell.ReplReporterImpl;

/** Keeps the first error that the compiler reports, and prints nothing. */
final class ScalaReporter extends ReplReporterImpl {

    private @Nullable ScalaCompileError error;

    ScalaReporter(Settings settings) {
        super(settings, new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /** Return what does not compile since the last call. */
    Optional<ScalaCompileError> takeError() {
        Optional<ScalaCompileError> taken = Optional.ofNullable(error);
        error = null;
        reset();
        return taken;
    }

    /** Nobody reads the text that the interpreter makes of each value. */
    @Override
    public boolean printResults() {
        return false;
    }

    @Override
    public void doReport(
            Position position, String message, Severity severity, scala.collection.immutable.List<CodeAction> actions) {
        if (error == null && severity.toString().equals("ERROR")) {
            error = errorAt(position, oneLine(ScalaNames.clean(message)));
        }
    }

    private static ScalaCompileError errorAt(@Nullable Position position, String message) {
        if (position == null || !position.isDefined()) {
            return new ScalaCompileError(message, 1, "");
        }

        Position shown = position.finalPosition();
        String caret = shown.lineContent().stripTrailing() + "\n" + " ".repeat(Math.max(0, shown.column() - 1)) + "^";
        return new ScalaCompileError(message, shown.line(), caret);
    }

    private static String oneLine(String message) {
        List<String> lines = message.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join("; ", lines).replace(";;", ";");
    }
}
