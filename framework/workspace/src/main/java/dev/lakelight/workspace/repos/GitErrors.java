package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What clients are told when git refuses. No message holds credentials. */
final class GitErrors {

    /** More are counted only. */
    private static final int SHOWN_PATHS = 20;

    private GitErrors() {}

    static ApiException unknownTarget(GitTarget target, String url) {
        return ApiErrors.git("GIT_UNKNOWN_REF", "%s has no %s.".formatted(url, target));
    }

    static ApiException emptyRepository(String url) {
        return ApiErrors.git("GIT_UNKNOWN_REF", "%s has no branch to start with: it is empty.".formatted(url));
    }

    static ApiException conflicts(Collection<String> paths, GitTarget target) {
        List<String> shown = paths.stream().sorted().limit(SHOWN_PATHS).toList();
        String more = paths.size() > SHOWN_PATHS ? " and %d more".formatted(paths.size() - SHOWN_PATHS) : "";
        return ApiErrors.git(
                "GIT_CONFLICT",
                ("Uncommitted changes of %s%s conflict with %s. Discard them, or update with"
                                + " dangerously_force_discard_all.")
                        .formatted(String.join(", ", shown), more, target));
    }

    static ApiException remote(String url, Throwable problem) {
        String text = String.valueOf(problem.getMessage());
        boolean denied = text.toLowerCase(Locale.ROOT).contains("auth") || text.contains("403");
        return denied
                ? ApiErrors.git(
                        "GIT_CREDENTIAL_INVALID",
                        "%s refuses access. Add a git credential for its provider, or mend it.".formatted(url))
                : ApiErrors.git("GIT_REMOTE_ERROR", "%s cannot be read: %s".formatted(url, text));
    }
}
