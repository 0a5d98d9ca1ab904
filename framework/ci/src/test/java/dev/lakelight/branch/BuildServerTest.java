package dev.lakelight.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildServerTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String MERGE = "fedcba9876543210fedcba9876543210fedcba98";

    /** The facts that the table compares; null is unknown. */
    private record Expected(String branch, String target, String commit, String pullRequest, String link) {}

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource({"gitHub", "gitLab", "azure", "jenkins"})
    void readsWhatTheServerSays(String server, Map<String, String> variables, Expected expected) {
        ServerFacts facts = BuildServer.detect(new Environment(variables)).orElseThrow();

        assertThat(facts.run().name()).isEqualTo(server);
        assertThat(new Expected(
                        facts.branch().orElse(null),
                        facts.targetBranch().orElse(null),
                        facts.commit().orElse(null),
                        facts.run().pullRequest(),
                        facts.run().link()))
                .isEqualTo(expected);
    }

    static Stream<Arguments> gitHub() {
        return Stream.of(
                row(
                        "GitHub Actions",
                        "push",
                        "GITHUB_ACTIONS=true GITHUB_REF=refs/heads/feature/x GITHUB_REF_NAME=feature/x GITHUB_SHA="
                                + SHA
                                + " GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=acme/retail GITHUB_RUN_ID=42",
                        new Expected("feature/x", null, SHA, null, "https://github.com/acme/retail/actions/runs/42")),
                row(
                        "GitHub Actions",
                        "pull request without event file",
                        "GITHUB_ACTIONS=true GITHUB_REF=refs/pull/12/merge GITHUB_REF_NAME=12/merge"
                                + " GITHUB_HEAD_REF=feature/x GITHUB_BASE_REF=main GITHUB_SHA=" + MERGE,
                        new Expected("feature/x", "main", MERGE, "12", null)),
                row(
                        "GitHub Actions",
                        "tag",
                        "GITHUB_ACTIONS=true GITHUB_REF=refs/tags/v1 GITHUB_REF_NAME=v1 GITHUB_SHA=" + SHA,
                        new Expected(null, null, SHA, null, null)));
    }

    static Stream<Arguments> gitLab() {
        return Stream.of(
                row(
                        "GitLab CI",
                        "branch pipeline",
                        "GITLAB_CI=true CI_COMMIT_BRANCH=feature/x CI_COMMIT_REF_NAME=feature/x CI_COMMIT_SHA=" + SHA
                                + " CI_JOB_URL=https://user:token@gitlab.example.org/acme/-/jobs/1?x=1",
                        new Expected("feature/x", null, SHA, null, "https://gitlab.example.org/acme/-/jobs/1?x=1")),
                row(
                        "GitLab CI",
                        "merge request pipeline",
                        "GITLAB_CI=true CI_COMMIT_REF_NAME=refs/merge-requests/3/head CI_COMMIT_SHA=" + SHA
                                + " CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feature/x CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main"
                                + " CI_MERGE_REQUEST_IID=3 CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=",
                        new Expected("feature/x", "main", SHA, "3", null)),
                row(
                        "GitLab CI",
                        "merged results pipeline",
                        "GITLAB_CI=true CI_COMMIT_SHA=" + MERGE + " CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=" + SHA
                                + " CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feature/x CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main"
                                + " CI_MERGE_REQUEST_IID=3",
                        new Expected("feature/x", "main", SHA, "3", null)),
                row(
                        "GitLab CI",
                        "tag pipeline",
                        "GITLAB_CI=true CI_COMMIT_TAG=v1 CI_COMMIT_REF_NAME=v1 CI_COMMIT_SHA=" + SHA,
                        new Expected(null, null, SHA, null, null)));
    }

    static Stream<Arguments> azure() {
        return Stream.of(
                row(
                        "Azure Pipelines",
                        "push",
                        "TF_BUILD=True BUILD_SOURCEBRANCH=refs/heads/feature/x BUILD_SOURCEBRANCHNAME=x BUILD_SOURCEVERSION="
                                + SHA + " SYSTEM_TEAMFOUNDATIONSERVERURI=https://dev.azure.com/acme/"
                                + " SYSTEM_TEAMPROJECT=retail%data BUILD_BUILDID=7",
                        new Expected(
                                "feature/x",
                                null,
                                SHA,
                                null,
                                "https://dev.azure.com/acme/retail%25data/_build/results?buildId=7")),
                row(
                        "Azure Pipelines",
                        "pull request of Azure Repos",
                        "TF_BUILD=True BUILD_SOURCEBRANCH=refs/pull/9/merge BUILD_SOURCEBRANCHNAME=merge"
                                + " SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/feature/x"
                                + " SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main SYSTEM_PULLREQUEST_PULLREQUESTID=9"
                                + " SYSTEM_PULLREQUEST_SOURCECOMMITID=" + SHA + " BUILD_SOURCEVERSION=" + MERGE,
                        new Expected("feature/x", "main", SHA, "9", null)),
                row(
                        "Azure Pipelines",
                        "pull request of GitHub",
                        "TF_BUILD=True SYSTEM_PULLREQUEST_SOURCEBRANCH=feature/x SYSTEM_PULLREQUEST_TARGETBRANCH=main"
                                + " SYSTEM_PULLREQUEST_PULLREQUESTID=123456 SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=9"
                                + " BUILD_SOURCEVERSION=" + MERGE,
                        new Expected("feature/x", "main", MERGE, "9", null)));
    }

    static Stream<Arguments> jenkins() {
        return Stream.of(
                row(
                        "Jenkins",
                        "multibranch",
                        "JENKINS_URL=https://ci/ BUILD_ID=1 BRANCH_NAME=feature/x GIT_BRANCH=feature/x GIT_COMMIT="
                                + SHA + " BUILD_URL=https://ci/job/retail/1/",
                        new Expected("feature/x", null, SHA, null, "https://ci/job/retail/1/")),
                row(
                        "Jenkins",
                        "multibranch pull request",
                        "JENKINS_URL=https://ci/ BUILD_ID=1 BRANCH_NAME=PR-12 CHANGE_BRANCH=feature/x CHANGE_TARGET=main"
                                + " CHANGE_ID=12 GIT_COMMIT=" + SHA,
                        new Expected("feature/x", "main", SHA, "12", null)),
                row(
                        "Jenkins",
                        "pull request without its branch",
                        "JENKINS_URL=https://ci/ BUILD_ID=1 BRANCH_NAME=PR-12 CHANGE_ID=12 CHANGE_TARGET=main",
                        new Expected(null, "main", null, "12", null)),
                row(
                        "Jenkins",
                        "plain job",
                        "JENKINS_URL=https://ci/ BUILD_ID=1 GIT_BRANCH=origin/feature/x GIT_COMMIT=" + SHA,
                        new Expected("feature/x", null, SHA, null, null)),
                row(
                        "Jenkins",
                        "plain job with a detached checkout",
                        "JENKINS_URL=https://ci/ BUILD_ID=1 GIT_BRANCH=HEAD GIT_COMMIT=" + SHA,
                        new Expected(null, null, SHA, null, null)),
                row(
                        "Jenkins",
                        "pull request builder",
                        "JENKINS_URL=https://ci/ BUILD_ID=1 ghprbPullId=5 ghprbSourceBranch=feature/x"
                                + " ghprbTargetBranch=main ghprbActualCommit=" + SHA + " GIT_COMMIT=" + MERGE,
                        new Expected("feature/x", "main", SHA, "5", null)),
                row(
                        "Jenkins",
                        "tag",
                        "JENKINS_URL=https://ci/ BUILD_ID=1 TAG_NAME=v1 BRANCH_NAME=v1 GIT_COMMIT=" + SHA,
                        new Expected(null, null, SHA, null, null)));
    }

    @Test
    void takesThePullRequestsOwnCommitAndTheDefaultBranchFromTheEventFile() throws IOException {
        Path event = Files.writeString(directory.resolve("event.json"), """
                {"pull_request": {"number": 12, "head": {"sha": "%s"}}, "repository": {"default_branch": "trunk"}}
                """.formatted(SHA));

        ServerFacts facts = gitHub(Map.of("GITHUB_EVENT_PATH", event.toString(), "GITHUB_SHA", MERGE));

        assertThat(facts.commit()).contains(SHA);
        assertThat(facts.run().pullRequest()).isEqualTo("12");
        assertThat(facts.defaultBranch()).contains("trunk");
        assertThat(facts.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "{\"pull_request\": 3}",
                "{\"pull_request\": {\"head\": {\"sha\": \"x\"}}}"
            })
    void livesWithAnyEventFile(String content) throws IOException {
        Path event = Files.writeString(directory.resolve("event.json"), content);

        ServerFacts facts = gitHub(Map.of("GITHUB_EVENT_PATH", event.toString(), "GITHUB_SHA", MERGE));

        assertThat(facts.commit()).contains(MERGE);
    }

    @Test
    void saysThatTheEventFileCannotBeRead() {
        ServerFacts facts = gitHub(
                Map.of("GITHUB_EVENT_PATH", directory.resolve("gone.json").toString()));

        assertThat(facts.problem())
                .contains("The event file named by GITHUB_EVENT_PATH cannot be read, so a pull request's own commit and"
                        + " the default branch are unknown.");
    }

    @Test
    void takesTheTargetOfAMergeQueueFromTheEventFile() throws IOException {
        Path event = Files.writeString(
                directory.resolve("event.json"), "{\"merge_group\": {\"base_ref\": \"refs/heads/main\"}}");

        ServerFacts facts = gitHub(Map.of(
                "GITHUB_EVENT_PATH", event.toString(), "GITHUB_REF", "refs/heads/gh-readonly-queue/main/pr-1-abc"));

        assertThat(facts.targetBranch()).contains("main");
    }

    @Test
    void seesNoServerOnAWorkstation() {
        Map<String, String> variables = Map.of("PATH", "/bin", "GIT_BRANCH", "x", "GITHUB_SHA", SHA, "TF_BUILD", "");

        assertThat(BuildServer.detect(new Environment(variables))).isEmpty();
    }

    @Test
    void dropsControlCharactersAndLinksThatAreNotOfTheWeb() {
        Map<String, String> variables = Map.of(
                "JENKINS_URL", "x",
                "BUILD_ID", "1",
                "BRANCH_NAME", "feature/\u001b[31mred\n::error::x\u202e",
                "BUILD_URL", "javascript:alert(1)");

        ServerFacts facts = BuildServer.detect(new Environment(variables)).orElseThrow();

        assertThat(facts.branch()).contains("feature/[31mred::error::x");
        assertThat(facts.run().link()).isNull();
    }

    private static ServerFacts gitHub(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("GITHUB_ACTIONS", "true");
        return BuildServer.detect(new Environment(variables)).orElseThrow();
    }

    private static Arguments row(String server, String situation, String variables, Expected expected) {
        Map<String, String> map = new HashMap<>();

        for (String variable : variables.split(" ")) {
            String[] parts = variable.split("=", 2);
            map.put(parts[0], parts[1]);
        }

        return argumentSet(server + ", " + situation, server, map, expected);
    }
}
