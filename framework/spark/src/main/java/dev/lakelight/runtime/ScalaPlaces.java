package dev.lakelight.runtime;

import dev.lakelight.interpreter.ScalaNames;
import dev.lakelight.problem.ThrownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Remembers which cells have been compiled and gives texts and stack traces the files and lines of their notebooks. */
final class ScalaPlaces {

    private static final Pattern LABEL = Pattern.compile("cell#(\\d+)");
    private static final Pattern IN_TRACE = Pattern.compile("\\(cell#(\\d+):(\\d+)\\)");
    private static final Pattern FUNCTION = Pattern.compile("\\$anonfun\\$(\\w+)\\$\\d+(\\$adapted)?");

    private final List<CellPlace> cells = new ArrayList<>();

    /** Return what the classes of a cell have as the name of their file. */
    String label(CellPlace cell) {
        cells.add(cell);
        return "cell#" + (cells.size() - 1);
    }

    /** Return the line of the cell's text that was running when it was thrown. */
    Optional<Integer> lineIn(CellPlace cell, Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (placeOf(frame).filter(cell::equals).isPresent()) {
                return Optional.of(frame.getLineNumber());
            }
        }

        return Optional.empty();
    }

    /** Give a text, such as Spark's report of what a task failed with, the names that the notebook has. */
    String inNotebook(String text) {
        return ScalaNames.clean(IN_TRACE.matcher(text).replaceAll(this::placeNamed));
    }

    private String placeNamed(MatchResult label) {
        CellPlace place = cells.get(Integer.parseInt(label.group(1)));
        return Matcher.quoteReplacement("(" + place.location(Integer.parseInt(label.group(2))) + ")");
    }

    /** Do the same with what was thrown and its causes, and leave out how the cell was called. */
    void rewrite(Throwable thrown) {
        for (Throwable next : ThrownText.chain(thrown)) {
            next.setStackTrace(inNotebook(next.getStackTrace()));
        }
    }

    private StackTraceElement[] inNotebook(StackTraceElement[] frames) {
        List<StackTraceElement> rewritten = new ArrayList<>();

        for (StackTraceElement frame : frames) {
            rewritten.add(placeOf(frame).map(place -> inNotebook(frame, place)).orElse(frame));

            if (ScalaNames.isBodyOfPiece(frame)) {
                break;
            }
        }

        return rewritten.toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement inNotebook(StackTraceElement frame, CellPlace place) {
        String type = ScalaNames.clean(frame.getClassName());
        String cell = "cell" + place.cell().number();
        return new StackTraceElement(
                type.equals("cell") ? cell : cell + "." + type,
                methodOf(frame),
                place.notebook().file(),
                place.cell().fileLine(frame.getLineNumber()));
    }

    private static String methodOf(StackTraceElement frame) {
        String method = FUNCTION.matcher(frame.getMethodName()).replaceFirst("$1");
        return ScalaNames.isBodyOfPiece(frame) || method.equals("new") ? "run" : method;
    }

    private Optional<CellPlace> placeOf(StackTraceElement frame) {
        return placeOf(frame.getFileName());
    }

    private Optional<CellPlace> placeOf(@Nullable String file) {
        Matcher label = LABEL.matcher(file == null ? "" : file);
        return label.matches() ? Optional.of(cells.get(Integer.parseInt(label.group(1)))) : Optional.empty();
    }
}
