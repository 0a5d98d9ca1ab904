package dev.lakelight.branch;

import java.util.Optional;

/**
 * Jenkins: multibranch pipelines, the pull request builder plugin, and plain jobs with the Git plugin. In a multibranch pull
 * request {@code BRANCH_NAME} is {@code PR-12}, which is no branch.
 *
 * @see <a href="https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables">Environment variables</a>
 */
final class Jenkins implements BuildServer {

    @Override
    public boolean runs(Environment environment) {
        return environment.has("JENKINS_URL") && environment.has("BUILD_ID");
    }

    @Override
    public ServerFacts read(Environment environment) {
        return ServerFacts.of("Jenkins")
                .branch(branch(environment))
                .targetBranch(environment.branch("CHANGE_TARGET", "ghprbTargetBranch"))
                .commit(environment.commit("ghprbActualCommit", "GIT_COMMIT"))
                .pullRequest(environment.value("CHANGE_ID", "ghprbPullId"))
                .link(environment.link("BUILD_URL"))
                .historyAdvice("a full clone in the job's Git settings (no shallow clone)")
                .tag(environment.value("TAG_NAME"))
                .build();
    }

    private static Optional<String> branch(Environment environment) {
        if (environment.has("TAG_NAME")) {
            return Optional.empty();
        }

        return environment
                .branch("CHANGE_BRANCH", "ghprbSourceBranch")
                .or(() -> environment.has("CHANGE_ID") ? Optional.empty() : plainBranch(environment));
    }

    private static Optional<String> plainBranch(Environment environment) {
        return environment
                .branch("BRANCH_NAME")
                .or(() -> environment.value("GIT_BRANCH").flatMap(RefNames::remoteBranch));
    }
}
