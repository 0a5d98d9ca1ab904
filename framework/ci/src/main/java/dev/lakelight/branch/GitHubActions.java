package dev.lakelight.branch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitHub Actions. For pull requests {@code GITHUB_SHA} is a merge commit made by the server; the branch's own commit is only
 * in the event file.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/variables-reference">Variables reference</a>
 */
final class GitHubActions implements BuildServer {

    private static final Pattern PULL_REF = Pattern.compile("refs/pull/(\\d+)/.*");

    @Override
    public boolean runs(Environment environment) {
        return environment.isTrue("GITHUB_ACTIONS");
    }

    @Override
    public ServerFacts read(Environment environment) {
        GitHubEvent event = GitHubEvent.read(environment.value("GITHUB_EVENT_PATH"));
        return ServerFacts.of("GitHub Actions")
                .branch(branch(environment))
                .targetBranch(environment.branch("GITHUB_BASE_REF").or(event::mergeQueueBase))
                .defaultBranch(event.defaultBranch())
                .commit(event.pullRequestHead().or(() -> environment.commit("GITHUB_SHA")))
                .pullRequest(event.pullRequest().or(() -> pullRequest(environment)))
                .link(link(environment))
                .historyAdvice("fetch-depth: 0 for actions/checkout")
                .tag(tag(environment))
                .problem(event.problem())
                .build();
    }

    private static Optional<String> branch(Environment environment) {
        if (tag(environment).isPresent()) {
            return Optional.empty();
        }

        return environment.branch("GITHUB_HEAD_REF", "GITHUB_REF", "GITHUB_REF_NAME");
    }

    private static Optional<String> tag(Environment environment) {
        return environment
                .value("GITHUB_REF")
                .filter(ref -> ref.startsWith("refs/tags/"))
                .map(ref -> ref.substring(10));
    }

    private static Optional<String> pullRequest(Environment environment) {
        return environment
                .value("GITHUB_REF")
                .map(PULL_REF::matcher)
                .filter(Matcher::matches)
                .map(ref -> ref.group(1));
    }

    private static Optional<String> link(Environment environment) {
        if (!environment.has("GITHUB_REPOSITORY") || !environment.has("GITHUB_RUN_ID")) {
            return Optional.empty();
        }

        return environment
                .link("GITHUB_SERVER_URL")
                .map(server -> "%s/%s/actions/runs/%s"
                        .formatted(
                                server,
                                environment.value("GITHUB_REPOSITORY").orElseThrow(),
                                environment.value("GITHUB_RUN_ID").orElseThrow()));
    }
}
