package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The first page: Git folders, clusters, jobs and the latest runs. */
final class Overview {

    private Overview() {}

    static ApiResponse page(ApiRequest request, ApiReader api) throws IOException {
        return Html.page(
                "overview",
                "Workspace",
                Map.of(
                        "user", api.caller().name(),
                        "repos", repos(api),
                        "clusters", ClusterPages.clusters(api),
                        "jobs", JobPages.jobs(api, Map.of("limit", "10")),
                        "runs", RunPages.runs(api, Map.of("limit", "10"))));
    }

    private static List<Repo> repos(ApiReader api) throws IOException {
        return Shown.each(api.get("/api/2.0/repos", Map.of()).path("repos"), Repo::of);
    }

    /**
     * A Git folder.
     *
     * @param commit the first digits of its commit
     */
    private record Repo(String path, String link, String url, String branch, String commit) {

        private static final int DIGITS = 12;

        static Repo of(JsonNode repo) {
            String commit = repo.path("head_commit_id").asText();
            return new Repo(
                    repo.path("path").asText(),
                    Shown.link(repo.path("path").asText()),
                    repo.path("url").asText(),
                    repo.path("branch").asText(),
                    commit.substring(0, Math.min(DIGITS, commit.length())));
        }
    }
}
