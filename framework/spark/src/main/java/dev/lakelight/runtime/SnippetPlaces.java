package dev.lakelight.runtime;

import dev.lakelight.problem.ThrownText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShellException;

/** Remembers where snippets come from and rewrites stack traces to files and lines of notebooks. */
final class SnippetPlaces {

    private final Map<String, Place> places = new HashMap<>();

    record Place(CellPlace cell, int line) {}

    /** Remember the line of the cell's text in which a snippet begins. */
    void add(String snippetId, CellPlace cell, int line) {
        places.put(snippetId, new Place(cell, line));
    }

    /**
     * Give what was thrown, and its causes, the frames of the notebook in place of generated ones. JShell's own view of the
     * exception has the lines; its frames below the snippet are left out.
     */
    void rewrite(Throwable thrown, JShellException view) {
        Throwable translated = view;

        for (Throwable next : ThrownText.chain(thrown)) {
            if (!(translated instanceof JShellException)) {
                return;
            }

            next.setStackTrace(inNotebook(translated.getStackTrace()));
            translated = translated.getCause();
        }
    }

    private StackTraceElement[] inNotebook(StackTraceElement[] frames) {
        List<StackTraceElement> rewritten = new ArrayList<>();

        for (StackTraceElement frame : frames) {
            rewritten.add(placeOf(frame).map(place -> inNotebook(frame, place)).orElse(frame));
        }

        return rewritten.toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement inNotebook(StackTraceElement frame, Place place) {
        String cell = "cell" + place.cell().cell().number();
        String type = frame.getClassName().isEmpty() ? cell : cell + "." + frame.getClassName();
        String method = frame.getMethodName().isEmpty() ? "run" : frame.getMethodName();
        return new StackTraceElement(type, method, place.cell().notebook().file(), fileLine(frame, place));
    }

    private static int fileLine(StackTraceElement frame, Place place) {
        return place.cell().cell().fileLine(place.line() + frame.getLineNumber() - 1);
    }

    /** Return the line of the cell's text that was running when the exception was thrown. */
    Optional<Integer> lineIn(CellPlace cell, JShellException view) {
        for (StackTraceElement frame : view.getStackTrace()) {
            Optional<Place> place = placeOf(frame).filter(found -> found.cell().equals(cell));

            if (place.isPresent()) {
                return Optional.of(place.get().line() + frame.getLineNumber() - 1);
            }
        }

        return Optional.empty();
    }

    /** JShell names the snippet in place of a file: {@code #12}. */
    private Optional<Place> placeOf(StackTraceElement frame) {
        String file = frame.getFileName();
        return file == null || !file.startsWith("#")
                ? Optional.empty()
                : Optional.ofNullable(places.get(file.substring(1)));
    }
}
