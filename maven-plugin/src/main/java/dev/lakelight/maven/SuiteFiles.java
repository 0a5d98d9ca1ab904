package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the goals leave what they hand to each other, to the suite JVM and to people.
 *
 * @param directory for everything that is not a report
 * @param reports for the reports
 */
record SuiteFiles(Path directory, Path reports) {

    /** What the suite JVM is asked to do. */
    Path request() {
        return directory.resolve("suite-request.json");
    }

    /** Options, class path and arguments of the suite JVM. */
    Path jvmArguments() {
        return directory.resolve("suite-jvm.args");
    }

    /** What the launch profile keeps. */
    Path launch() {
        return directory.resolve("launch");
    }

    /** Class path and archive of surefire's JVMs. */
    Path testJvmArguments() {
        return launch().resolve("test-jvm.args");
    }

    /** The options of the launch profile, for JVMs that an IDE starts. */
    Path jvmOptions() {
        return directory.resolve("jvm-options");
    }

    /** What happened in the suite, written by the suite JVM. */
    Path eventLog() {
        return directory.resolve("events.jsonl");
    }

    /** How the suite JVM ran, written by the plugin. */
    Path run() {
        return directory.resolve("suite-run.json");
    }

    /** All that the suite JVM printed. */
    Path output() {
        return directory.resolve("suite.log");
    }

    /**
     * Remove what an earlier build left, so that nobody can take it for this one's.
     *
     * @throws EnvironmentError when a file cannot be removed
     */
    void clear() {
        List.of(run(), eventLog(), request(), output()).forEach(SuiteFiles::remove);
        try {
            Reports.remove(reports);
        } catch (IOException e) {
            throw new EnvironmentError("Cannot remove the earlier reports in %s: %s".formatted(reports, e), e);
        }
    }

    /**
     * Remove the request, which holds all that the user typed with {@code -D}.
     *
     * @throws EnvironmentError when it cannot be removed
     */
    void removeRequest() {
        remove(request());
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EnvironmentError("Cannot remove %s: %s".formatted(file, e), e);
        }
    }
}
