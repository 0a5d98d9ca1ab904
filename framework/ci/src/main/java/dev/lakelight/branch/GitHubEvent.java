package dev.lakelight.branch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The event that started a GitHub Actions run, as the server left it on disk.
 *
 * @param json the event; a missing node when there is none
 * @param problem what was wrong with the file
 */
record GitHubEvent(JsonNode json, Optional<String> problem) {

    static GitHubEvent read(Optional<String> path) {
        return path.map(GitHubEvent::read)
                .orElseGet(() -> new GitHubEvent(MissingNode.getInstance(), Optional.empty()));
    }

    private static GitHubEvent read(String path) {
        try {
            return new GitHubEvent(new ObjectMapper().readTree(Path.of(path).toFile()), Optional.empty());
        } catch (IOException | InvalidPathException e) {
            String problem =
                    "The event file named by GITHUB_EVENT_PATH cannot be read, so a pull request's own commit and"
                            + " the default branch are unknown.";
            return new GitHubEvent(MissingNode.getInstance(), Optional.of(problem));
        }
    }

    Optional<String> pullRequestHead() {
        return text("/pull_request/head/sha").stream()
                .flatMap(Environment::commitId)
                .findFirst();
    }

    Optional<String> pullRequest() {
        return text("/pull_request/number");
    }

    Optional<String> mergeQueueBase() {
        return text("/merge_group/base_ref").flatMap(RefNames::branch);
    }

    Optional<String> defaultBranch() {
        return text("/repository/default_branch").flatMap(RefNames::branch);
    }

    private Optional<String> text(String pointer) {
        JsonNode node = json.at(pointer);
        return node.isValueNode() && !node.isNull()
                ? Optional.ofNullable(RefNames.clean(node.asText()))
                : Optional.empty();
    }
}
