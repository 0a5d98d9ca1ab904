package dev.lakelight.maven;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of a log as the guide shows them, which follow each other in the log as they do here. An ellipsis stands for whatever
 * differs from run to run; in a line of its own, for any number of lines.
 */
record ShownOutput(String text) {

    private static final String ELLIPSIS = "…";

    boolean isIn(List<String> log) {
        return pattern().matcher(joined(log.stream())).find();
    }

    private Pattern pattern() {
        return Pattern.compile(text.lines().map(ShownOutput::line).collect(Collectors.joining("", "(?m)^", "")));
    }

    private static String line(String line) {
        return line.equals(ELLIPSIS) ? "(?:.*\n)*?" : anythingForEllipsis(line.stripTrailing()) + "\n";
    }

    private static String anythingForEllipsis(String line) {
        return Arrays.stream(line.split(ELLIPSIS, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    private static String joined(Stream<String> lines) {
        return lines.map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }
}
