package dev.lakelight.branch;

import java.util.Optional;

/**
 * Azure Pipelines. {@code BUILD_SOURCEBRANCHNAME} is only the last segment of a branch's name and is not read;
 * {@code BUILD_SOURCEVERSION} of a pull request is a merge commit made by the server.
 *
 * @see <a href="https://learn.microsoft.com/azure/devops/pipelines/build/variables">Predefined variables</a>
 */
final class AzurePipelines implements BuildServer {

    private static final String TAG = "refs/tags/";

    @Override
    public boolean runs(Environment environment) {
        return environment.isTrue("TF_BUILD");
    }

    @Override
    public ServerFacts read(Environment environment) {
        return ServerFacts.of("Azure Pipelines")
                .branch(environment.branch("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"))
                .targetBranch(environment.branch("SYSTEM_PULLREQUEST_TARGETBRANCH"))
                .commit(environment.commit("SYSTEM_PULLREQUEST_SOURCECOMMITID", "BUILD_SOURCEVERSION"))
                .pullRequest(
                        environment.value("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "SYSTEM_PULLREQUEST_PULLREQUESTID"))
                .link(link(environment))
                .historyAdvice("fetchDepth: 0 for the checkout step")
                .tag(tag(environment))
                .build();
    }

    private static Optional<String> tag(Environment environment) {
        return environment
                .value("BUILD_SOURCEBRANCH")
                .filter(ref -> ref.startsWith(TAG))
                .map(ref -> ref.substring(TAG.length()));
    }

    private static Optional<String> link(Environment environment) {
        Optional<String> project = environment.value("SYSTEM_TEAMPROJECT").map(WebLinks::encode);
        Optional<String> build = environment.value("BUILD_BUILDID").map(WebLinks::encode);

        if (project.isEmpty() || build.isEmpty()) {
            return Optional.empty();
        }

        return environment
                .link("SYSTEM_TEAMFOUNDATIONSERVERURI", "SYSTEM_COLLECTIONURI")
                .map(server -> server.endsWith("/") ? server : server + "/")
                .map(server -> server + project.get() + "/_build/results?buildId=" + build.get());
    }
}
