package dev.lakelight.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** Shows the summary on the page of a GitHub Actions run. */
public final class StepSummary {

    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /**
     * Append a summary to the file that the build server shows.
     *
     * @param summary the Markdown file
     * @param environment the build server's variables
     * @return the file that was appended to; empty on other build servers, and when it would become larger than it may be
     * @throws IOException when one of the files cannot be read or written
     */
    public static Optional<Path> publish(Path summary, Map<String, String> environment) throws IOException {
        String target = environment.get(VARIABLE);

        if (target == null || target.isBlank()) {
            return Optional.empty();
        }

        Path file = Path.of(target);
        long size = Files.exists(file) ? Files.size(file) : 0;

        if (size + Files.size(summary) > SummaryMarkdown.MAX_BYTES) {
            return Optional.empty();
        }

        Files.write(file, Files.readAllBytes(summary), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return Optional.of(file);
    }
}
