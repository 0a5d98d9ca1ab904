package dev.lakelight.report;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.Fact;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How reports say numbers, times and states. The same words everywhere, in every locale. */
final class Wording {

    private Wording() {}

    static String duration(Duration duration) {
        if (duration.toMillis() < 1_000) {
            return duration.toMillis() + " ms";
        }

        Duration rounded = Duration.ofMillis((duration.toMillis() + 50) / 100 * 100);

        if (rounded.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", rounded.toMillis() / 1_000.0);
        }

        return rounded.toHours() == 0
                ? rounded.toMinutes() + " min " + rounded.toSecondsPart() + " s"
                : rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
    }

    /** Return a number with its noun: {@code 1 row}, {@code 1,204 rows}. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Return counts in one line: {@code 12: 10 passed, 1 failed, 1 skipped}; those that are zero are left out. */
    static String counts(Counts counts) {
        return counts.total() == 0 ? "0" : number(counts.total()) + ": " + endings(counts);
    }

    /** Return how many tests ended how: {@code 10 passed, 1 failed}; empty without tests. */
    static String endings(Counts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.passed(), "passed");
        add(parts, counts.failed(), "failed");
        add(parts, counts.errors(), counts.errors() == 1 ? "error" : "errors");
        add(parts, counts.skipped(), "skipped");
        add(parts, counts.lost(), "lost");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(number(count) + " " + word);
        }
    }

    /** Return what GREEN means. */
    static String green(Counts counts) {
        return counts.skipped() == 0 ? "Every test passed." : "Every test that ran passed.";
    }

    static String status(TestStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String cellStatus(CellRun.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String kind(TestKind kind) {
        return switch (kind) {
            case JUNIT -> "JUnit test";
            case SCENARIO -> "scenario";
            case NOTEBOOK_TEST -> "notebook test";
        };
    }

    /** Return where the branch left the reference branch: {@code main@9f8e7d6}; empty when that is unknown. */
    static String mergeBase(BranchFacts branch) {
        Fact base = branch.mergeBase();
        Fact reference = branch.referenceBranch();
        return base == null || reference == null ? "" : reference.value() + "@" + base.abbreviated();
    }

    /** Return the first line that says something. */
    static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
