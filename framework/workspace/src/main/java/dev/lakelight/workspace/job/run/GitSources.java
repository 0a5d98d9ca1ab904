package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.job.store.RunStore;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.TerminationCode;
import dev.lakelight.workspace.repos.RunCheckouts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks out the repositories of runs. A run has one commit from its beginning to its end, also when it is repaired. */
record GitSources(RunCheckouts checkouts, RunStore runs) {

    /** Check out what a run asks for into a folder, and write down the commit. */
    void checkOut(StoredRun run, Principal runAs, Path folder) {
        JsonNode source = run.settings().path("git_source");

        try {
            String commit = checkouts.checkOut(runAs, source(source), folder);
            ObjectNode settings = run.settings().deepCopy();
            ((ObjectNode) settings.path("git_source")).putObject("git_snapshot").put("used_commit", commit);
            runs.refine(run.runId(), settings);
        } catch (ApiException e) {
            throw new TaskFailure(TerminationCode.REPOSITORY_CHECKOUT_FAILED, e.text(), e);
        } catch (IOException e) {
            throw new TaskFailure(
                    TerminationCode.REPOSITORY_CHECKOUT_FAILED, "The repository cannot be checked out: " + e, e);
        }
    }

    private static RunCheckouts.Source source(JsonNode source) {
        String used = source.path("git_snapshot").path("used_commit").asText();
        List<String> folders = new ArrayList<>();
        source.path("sparse_checkout").path("patterns").forEach(each -> folders.add(each.asText()));
        return new RunCheckouts.Source(
                source.path("git_url").asText(),
                source.path("git_provider").asText(),
                source.path("git_branch").asText(),
                source.path("git_tag").asText(),
                used.isEmpty() ? source.path("git_commit").asText() : used,
                folders);
    }
}
