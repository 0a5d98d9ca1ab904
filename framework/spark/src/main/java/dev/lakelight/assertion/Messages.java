package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.RowSample;
import dev.lakelight.lake.DeltaCommit;
import dev.lakelight.secret.KnownSecrets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What assertions say when they fail, apart from differences between tables. */
final class Messages {

    private Messages() {}

    /** Return an error with the description that was given, if any, and without the secrets that this JVM knows. */
    static AssertionError error(String description, String message) {
        String text = description.isEmpty() ? message : "[%s] %s".formatted(description, message);
        return new AssertionError(KnownSecrets.ofThisJvm().redact(text));
    }

    static String otherRowCount(ComparedTable table, long expected, long found) {
        String sentence = "%s has %s, but %s".formatted(table.name(), counted(found, "row"), wereExpected(expected));
        return found == 0 ? sentence : sentence + ":\n\n" + RowSample.text(table);
    }

    static String otherVersion(String table, long expected, long found) {
        return "%s has version %d, but %d was expected".formatted(table, found, expected);
    }

    static String otherCommitCount(String table, long expected, List<DeltaCommit> found) {
        String sentence = "%s has %s after seeding, but %s"
                .formatted(table, counted(found.size(), "commit"), wereExpected(expected));
        return sentence
                + lines(found.stream()
                        .map(commit -> "version %d: %s".formatted(commit.version(), commit.operation()))
                        .toList());
    }

    static String noCommit(String table) {
        return "%s has no commit after seeding".formatted(table);
    }

    static String notDelta(String table) {
        return "%s is not a Delta table, so it has no commits".formatted(table);
    }

    static String otherOperation(String table, DeltaCommit commit, String expected) {
        return "%s is a %s, but a %s was expected".formatted(subject(table, commit), commit.operation(), expected);
    }

    static String otherMetric(String table, DeltaCommit commit, String expected) {
        return "%s was expected to have %s%s".formatted(subject(table, commit), expected, metrics(commit));
    }

    static String otherChanges(String lake, List<String> expected, List<String> others, Collection<String> missing) {
        String tables = expected.isEmpty() ? "no table" : "only " + String.join(", ", expected);
        List<String> found = Stream.concat(others.stream(), missing.stream().map(table -> table + " did not change"))
                .toList();
        return "in the lake '%s' %s was expected to change, but%s".formatted(lake, tables, lines(found));
    }

    private static String subject(String table, DeltaCommit commit) {
        return "the last commit of %s, version %d,".formatted(table, commit.version());
    }

    private static String metrics(DeltaCommit commit) {
        return lines(commit.metrics().entrySet().stream()
                .map(metric -> "%s: %s".formatted(metric.getKey(), metric.getValue()))
                .toList());
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : lines.stream().collect(Collectors.joining("\n  ", ":\n  ", ""));
    }

    private static String counted(long count, String noun) {
        if (count == 0) {
            return "no %ss".formatted(noun);
        }

        return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
    }

    private static String wereExpected(long count) {
        if (count == 0) {
            return "none was expected";
        }

        return count == 1 ? "1 was expected" : "%d were expected".formatted(count);
    }
}
