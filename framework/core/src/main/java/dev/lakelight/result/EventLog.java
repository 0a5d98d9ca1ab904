package dev.lakelight.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that a suite JVM leaves behind: one JSON object a line, one line an event, see {@link EventLogWriter}. Version 1.
 */
public final class EventLog {

    private EventLog() {}

    /**
     * Assemble what is known of a suite. Never throws for what is in the file or that it is missing: whatever cannot be read
     * becomes a breakdown, and tests that were announced but did not finish are {@link TestStatus#LOST}.
     */
    public static SuiteResult read(Path file) {
        SuiteAssembly suite = new SuiteAssembly();

        try {
            readLines(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), suite);
        } catch (ForeignEventLog e) {
            suite.breakdown(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            suite.breakdown("The suite left no event log: %s does not exist.".formatted(file));
        } catch (IOException e) {
            suite.breakdown("The event log %s cannot be read: %s".formatted(file, e));
        }

        return suite.result();
    }

    private static void readLines(String text, SuiteAssembly suite) {
        List<String> lines = text.lines().toList();
        boolean cut = !text.isEmpty() && !text.endsWith("\n");
        int whole = cut ? lines.size() - 1 : lines.size();

        for (int number = 1; number <= whole; number++) {
            readLine(lines.get(number - 1), number, suite);
        }

        if (cut) {
            suite.breakdown("The event log ends within line %d: the suite JVM was killed while it wrote."
                    .formatted(lines.size()));
        } else if (lines.isEmpty()) {
            suite.breakdown("The event log is empty: the suite JVM ended before it began.");
        }
    }

    private static void readLine(String line, int number, SuiteAssembly suite) {
        try {
            suite.add(EventFormat.read(line));
        } catch (UnreadableEvent e) {
            suite.breakdown("Line %d of the event log cannot be read: %s.".formatted(number, e.getMessage()));
        } catch (InconsistentEvent e) {
            suite.breakdown("Line %d of the event log is out of place: %s.".formatted(number, e.getMessage()));
        }
    }
}
