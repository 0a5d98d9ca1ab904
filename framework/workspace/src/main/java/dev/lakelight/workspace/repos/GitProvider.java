package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import java.util.List;

/** Services that host repositories, by the names that Databricks has for them. */
final class GitProvider {

    private static final List<String> NAMES = List.of(
            "gitHub",
            "gitHubEnterprise",
            "bitbucketCloud",
            "bitbucketServer",
            "gitLab",
            "gitLabEnterpriseEdition",
            "azureDevOpsServices",
            "awsCodeCommit");

    private GitProvider() {}

    /** Return the name as Databricks spells it, whatever its case was. */
    static String parse(String field, String name) {
        return NAMES.stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> ApiErrors.unknownConstant(field, name, NAMES));
    }
}
