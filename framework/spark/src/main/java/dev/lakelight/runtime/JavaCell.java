package dev.lakelight.runtime;

import dev.lakelight.dbutils.NotebookExit;
import dev.lakelight.problem.UserError;
import dev.lakelight.runtime.JavaInterpreter.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/** Runs the snippets of one Java cell. */
final class JavaCell {

    private final Engine engine;
    private final CellPlace place;
    private final CellOutput output;
    private final String text;
    private final List<Declared> declared = new ArrayList<>();
    private String lastValue = "";

    JavaCell(Engine engine, CellPlace place, CellOutput output) {
        this.engine = engine;
        this.place = place;
        this.output = output;
        this.text = place.cell().text();
    }

    private record Declared(DeclarationSnippet snippet, int offset) {}

    void run() {
        int offset = skipSpace(0);

        while (offset < text.length()) {
            offset = skipSpace(runSnippet(offset));
        }

        declared.forEach(this::requireResolved);

        if (!lastValue.isEmpty()) {
            output.println(lastValue);
        }
    }

    private int skipSpace(int offset) {
        int next = offset;

        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }

        return next;
    }

    /** Run the snippet that begins at the offset and return the offset behind it. */
    private int runSnippet(int offset) {
        String rest = text.substring(offset);
        CompletionInfo completion = engine.shell().sourceCodeAnalysis().analyzeCompletion(rest);
        boolean complete = completion.completeness().isComplete() && completion.source() != null;
        String source = complete ? completion.source() : rest;
        int end = complete ? text.length() - completion.remaining().length() : text.length();
        lastValue = "";

        for (SnippetEvent event : engine.shell().eval(source)) {
            accept(event, offset);
        }

        return end;
    }

    private void accept(SnippetEvent event, int offset) {
        Snippet snippet = event.snippet();

        if (event.causeSnippet() != null) {
            return;
        }

        engine.places().add(snippet.id(), place, lineAt(offset));

        if (event.status() == Status.REJECTED) {
            throw rejected(snippet, offset);
        }

        if (event.exception() != null) {
            throw failed(event, offset);
        }

        if (snippet instanceof DeclarationSnippet declaration) {
            declared.add(new Declared(declaration, offset));
        }

        lastValue = valueOf(event);
    }

    private static String valueOf(SnippetEvent event) {
        SubKind kind = event.snippet().subKind();
        boolean expression = kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || kind == SubKind.VAR_VALUE_SUBKIND
                || kind == SubKind.OTHER_EXPRESSION_SUBKIND;
        @Nullable String value = event.value();
        return expression && value != null ? value : "";
    }

    private UserError rejected(Snippet snippet, int offset) {
        Diag error = engine.shell()
                .diagnostics(snippet)
                .filter(Diag::isError)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("rejected without reason: " + snippet.source()));
        int line = lineAt(offset + (int) Math.max(0, error.getPosition()));
        return RunErrors.doesNotCompile(place, line, oneLine(error.getMessage(Locale.ROOT)));
    }

    private static String oneLine(String diagnostic) {
        List<String> lines = diagnostic
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.equals("location: class"))
                .toList();
        return String.join("; ", lines);
    }

    private RuntimeException failed(SnippetEvent event, int offset) {
        Throwable thrown = engine.control().takeThrown().orElse(event.exception());

        if (thrown instanceof NotebookExit exit) {
            throw exit;
        }

        int line = engine.places().lineIn(place, event.exception()).orElseGet(() -> lineAt(offset));

        if (event.exception() instanceof jdk.jshell.UnresolvedReferenceException unresolved) {
            return RunErrors.doesNotCompile(place, line, undefined(unresolved.getSnippet()));
        }

        Optional<UserError> explained = new TaskErrors(engine.loader()).explained(thrown);

        if (explained.isPresent()) {
            return new CellFailedException(place, place.location(line), explained.get());
        }

        engine.places().rewrite(thrown, event.exception());
        return new CellFailedException(place, place.location(line), thrown);
    }

    /** A method may use what a later snippet of the cell declares, but not what none does. */
    private void requireResolved(Declared declaration) {
        Status status = engine.shell().status(declaration.snippet());

        if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
            throw RunErrors.doesNotCompile(place, lineAt(declaration.offset()), undefined(declaration.snippet()));
        }
    }

    private String undefined(DeclarationSnippet snippet) {
        List<String> names = engine.shell().unresolvedDependencies(snippet).toList();
        Optional<String> diagnostic =
                engine.shell().diagnostics(snippet).findFirst().map(error -> oneLine(error.getMessage(Locale.ROOT)));
        return names.isEmpty()
                ? diagnostic.orElse("not all of it is declared")
                : "not declared: " + String.join(", ", names);
    }

    private int lineAt(int offset) {
        return TextPosition.START.plusOffset(text, offset).line();
    }
}
