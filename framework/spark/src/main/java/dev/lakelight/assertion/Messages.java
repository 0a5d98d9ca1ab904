package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.RowSample;
import dev.lakelight.difference.Counted;
import dev.lakelight.difference.RuleMessages;
import dev.lakelight.lake.DeltaCommit;
import dev.lakelight.result.Warning;
import dev.lakelight.secret.KnownSecrets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
        String sentence = RuleMessages.otherRowCount(table.name(), expected, found);
        return found == 0 ? sentence : sentence + ":\n\n" + RowSample.text(table);
    }

    static String otherVersion(String table, long expected, long found) {
        return "%s has version %d, but %d was expected".formatted(table, found, expected);
    }

    static String otherCommitCount(String table, long expected, List<DeltaCommit> found) {
        return otherCommitCount(table, "after seeding", expected, found);
    }

    static String otherCommitCount(String table, String since, long expected, List<DeltaCommit> found) {
        String sentence = "%s has %s %s, but %s"
                .formatted(table, Counted.of(found.size(), "commit"), since, Counted.wereExpected(expected));
        return sentence + commits(found);
    }

    static String otherOperations(String table, String since, List<String> expected, List<DeltaCommit> found) {
        return "%s was expected to have these commits %s: %s, but has %s%s"
                .formatted(table, since, Counted.list(expected), found.isEmpty() ? "none" : "others", commits(found));
    }

    static String touched(String table, List<DeltaCommit> found) {
        return "%s was expected to be untouched, but has %s after seeding%s"
                .formatted(table, Counted.of(found.size(), "commit"), commits(found));
    }

    static String noSuchVersion(String table, long version, long latest) {
        return "%s has no version %d; its versions are 0 to %d".formatted(table, version, latest);
    }

    static String noSuchTime(String table, Instant time, String reason) {
        return "%s cannot be read as of %s. %s".formatted(table, time, reason);
    }

    static String noChangeFeed(String table) {
        return ("%s has no change feed: its property delta.enableChangeDataFeed is not true. Set it before the commits that are"
                        + " looked at: ALTER TABLE %s SET TBLPROPERTIES (delta.enableChangeDataFeed = true)")
                .formatted(table, table);
    }

    static String unreadableChanges(String table, long first, long last, String reason) {
        return "the changes of %s from version %d to %d cannot be read. %s".formatted(table, first, last, reason);
    }

    private static String commits(List<DeltaCommit> commits) {
        return Counted.lines(commits.stream()
                .map(commit -> "version %d: %s".formatted(commit.version(), commit.operation()))
                .toList());
    }

    static String noCommit(String table, String since) {
        return "%s has no commit %s".formatted(table, since);
    }

    static String notDelta(String table) {
        return "%s is not a Delta table, so it has no commits".formatted(table);
    }

    static String otherOperation(CommitPlace place, DeltaCommit commit, String expected) {
        return "%s is a %s, but a %s was expected".formatted(place, commit.operation(), expected);
    }

    static String otherMetric(CommitPlace place, DeltaCommit commit, String expected) {
        return "%s was expected to have %s%s".formatted(place, expected, metrics(commit));
    }

    static String otherChanges(String lake, List<String> expected, List<String> others, Collection<String> missing) {
        String tables = expected.isEmpty() ? "no table" : "only " + String.join(", ", expected);
        List<String> found = Stream.concat(others.stream(), missing.stream().map(table -> table + " did not change"))
                .toList();
        return "in the lake '%s' %s was expected to change, but%s".formatted(lake, tables, Counted.lines(found));
    }

    static String warned(String run, List<Warning> found) {
        return "%s was expected to run without warnings, but was warned of%s".formatted(run, warnings(found));
    }

    static String noWarning(String run, String part, List<Warning> found) {
        return "%s was expected to be warned of '%s', but was warned of%s"
                .formatted(run, part, found.isEmpty() ? " nothing" : warnings(found));
    }

    private static String warnings(List<Warning> warnings) {
        return Counted.lines(warnings.stream().map(Warning::toString).toList());
    }

    private static String metrics(DeltaCommit commit) {
        if (commit.metrics().isEmpty()) {
            return ", but its operation %s has no metrics".formatted(commit.operation());
        }

        return Counted.lines(commit.metrics().entrySet().stream()
                .map(metric -> "%s: %s".formatted(metric.getKey(), metric.getValue()))
                .toList());
    }
}
