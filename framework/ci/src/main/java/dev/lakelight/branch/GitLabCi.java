package dev.lakelight.branch;

import java.util.Optional;

/**
 * GitLab CI/CD. {@code CI_COMMIT_BRANCH} is absent in merge request and tag pipelines, and in merged-results pipelines
 * {@code CI_COMMIT_SHA} is a merge commit made by the server.
 *
 * @see <a href="https://docs.gitlab.com/ci/variables/predefined_variables/">Predefined variables</a>
 */
final class GitLabCi implements BuildServer {

    @Override
    public boolean runs(Environment environment) {
        return environment.isTrue("GITLAB_CI");
    }

    @Override
    public ServerFacts read(Environment environment) {
        return ServerFacts.of("GitLab CI")
                .branch(branch(environment))
                .targetBranch(environment.branch(
                        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME"))
                .defaultBranch(environment.branch("CI_DEFAULT_BRANCH"))
                .commit(environment.commit("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA"))
                .mergeBase(environment.commit("CI_MERGE_REQUEST_DIFF_BASE_SHA"))
                .pullRequest(environment.value("CI_MERGE_REQUEST_IID", "CI_EXTERNAL_PULL_REQUEST_IID"))
                .link(environment.link("CI_JOB_URL", "CI_PIPELINE_URL"))
                .historyAdvice("GIT_DEPTH: 0 in the job's variables")
                .tag(environment.value("CI_COMMIT_TAG"))
                .build();
    }

    private static Optional<String> branch(Environment environment) {
        if (environment.has("CI_COMMIT_TAG")) {
            return Optional.empty();
        }

        return environment.branch(
                "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
                "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME",
                "CI_COMMIT_BRANCH",
                "CI_COMMIT_REF_NAME");
    }
}
