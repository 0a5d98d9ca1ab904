package dev.lakelight.maven;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.GitRemote;
import dev.lakelight.databricks.TestedSource;
import dev.lakelight.problem.UserError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells where a workspace fetches what is tested. */
final class GitSources {

    /** By a part of the host's name. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "://github.com/", "gitHub",
            "://gitlab.com/", "gitLab",
            "://bitbucket.org/", "bitbucketCloud",
            "://dev.azure.com/", "azureDevOpsServices",
            ".visualstudio.com/", "azureDevOpsServices",
            "://git-codecommit.", "awsCodeCommit");

    /**
     * Return the source.
     *
     * @throws UserError when branch, commit, address or provider are not known
     */
    static TestedSource of(BranchFacts branch, GitRemote remote, DatabricksParameters parameters) {
        if (branch.branch() == null) {
            throw new UserError(
                    "It is not known which branch is tested; say it with %s".formatted(PropertyNames.BRANCH));
        }
        String commit =
                branch.commit() == null ? branch.head() : branch.commit().value();
        if (commit == null) {
            throw new UserError("There is no commit to test yet; commit and push first");
        }
        String url = url(remote.url(), parameters);
        return new TestedSource(url, provider(url, parameters), branch.branch().value(), commit);
    }

    private static String url(@Nullable String ofRemote, DatabricksParameters parameters) {
        String url = parameters.gitUrl() == null ? ofRemote : parameters.gitUrl();
        if (url == null) {
            throw new UserError(
                    "The repository has no remote 'origin' with an address that a workspace can reach; say it with %s"
                            .formatted(PropertyNames.DATABRICKS_GIT_URL));
        }
        return url;
    }

    private static String provider(String url, DatabricksParameters parameters) {
        if (parameters.gitProvider() != null) {
            return parameters.gitProvider();
        }
        return PROVIDERS.entrySet().stream()
                .filter(provider -> url.contains(provider.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() ->
                        new UserError("It is not known who hosts %s; say it with %s, such as gitLabEnterpriseEdition"
                                .formatted(url, PropertyNames.DATABRICKS_GIT_PROVIDER)));
    }

    private GitSources() {}
}
