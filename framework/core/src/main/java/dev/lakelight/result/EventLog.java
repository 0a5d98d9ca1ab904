package dev.lakelight.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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

        try (BufferedReader lines = open(file)) {
            readLines(lines, endsWithinLine(file), suite);
        } catch (ForeignEventLog e) {
            suite.breakdown(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            suite.breakdown("The suite left no event log: %s does not exist.".formatted(file));
        } catch (IOException e) {
            suite.breakdown("The event log %s cannot be read: %s".formatted(file, e));
        }

        return suite.result();
    }

    /** Bytes that are not UTF-8 are replaced, so that they spoil no more than their own line. */
    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private static boolean endsWithinLine(Path file) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean any = bytes.size() > 0 && bytes.position(bytes.size() - 1).read(last) == 1;
            return any && last.get(0) != '\n';
        }
    }

    private static void readLines(BufferedReader lines, boolean cut, SuiteAssembly suite) throws IOException {
        String line = lines.readLine();

        if (line == null) {
            suite.breakdown("The event log is empty: the suite JVM ended before it began.");
        }

        for (int number = 1; line != null; number++) {
            String next = lines.readLine();

            if (next == null && cut) {
                suite.breakdown("The event log ends within line %d: the suite JVM was killed while it wrote."
                        .formatted(number));
            } else {
                readLine(line, number, suite);
            }

            line = next;
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
