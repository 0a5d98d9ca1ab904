package dev.lakelight.maven;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.verdict.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and reads a {@link SuiteRun} as a JSON file. */
final class SuiteRunFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Write a run, replacing what is there.
     *
     * @throws EnvironmentError when the file cannot be written
     */
    static void write(SuiteRun run, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, tree(run).toPrettyString() + "\n");
        } catch (IOException e) {
            throw new EnvironmentError("Cannot write %s: %s".formatted(file, e), e);
        }
    }

    /**
     * Read what {@link #write} has written; empty when there is no such file.
     *
     * @throws EnvironmentError when the file cannot be read, or is not one of ours
     */
    static Optional<SuiteRun> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(run(JSON.readTree(Files.readString(file))));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new EnvironmentError("Cannot read %s, which tells how the suite ran: %s".formatted(file, e), e);
        }
    }

    private static ObjectNode tree(SuiteRun run) {
        RunFacts facts = run.facts();
        ObjectNode tree = JSON.createObjectNode()
                .put("buildStart", run.buildStart().toString())
                .put("wallTime", run.wallTime().toString())
                .put("exitCode", facts.exitCode())
                .put(
                        "timeLimit",
                        facts.timeLimit() == null ? null : facts.timeLimit().toString())
                .put("testedCommit", facts.testedCommit())
                .put("branchCommit", facts.branchCommit())
                .put("trouble", run.trouble());
        run.configuration().forEach(tree.putObject("configuration")::put);
        return tree;
    }

    private static SuiteRun run(JsonNode tree) {
        return new SuiteRun(
                Instant.parse(tree.path("buildStart").asText()),
                JSON.convertValue(tree.path("configuration"), new TypeReference<Map<String, String>>() {}),
                Duration.parse(tree.path("wallTime").asText()),
                facts(tree),
                text(tree, "trouble"));
    }

    private static RunFacts facts(JsonNode tree) {
        String timeLimit = text(tree, "timeLimit");
        return new RunFacts(
                tree.path("exitCode").isInt()
                        ? Integer.valueOf(tree.path("exitCode").intValue())
                        : null,
                timeLimit == null ? null : Duration.parse(timeLimit),
                text(tree, "testedCommit"),
                text(tree, "branchCommit"));
    }

    private static @Nullable String text(JsonNode tree, String name) {
        return tree.path(name).isTextual() ? tree.path(name).asText() : null;
    }

    private SuiteRunFile() {}
}
