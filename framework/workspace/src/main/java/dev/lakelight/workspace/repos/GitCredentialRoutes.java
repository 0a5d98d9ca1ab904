package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What callers log in to git providers with. Each sees its own. */
final class GitCredentialRoutes implements Topic {

    private static final String ROOT = "/api/2.0/git-credentials";

    private final GitCredentialStore store;

    GitCredentialRoutes(GitCredentialStore store) {
        this.store = store;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("gitCredentials")
                .post(ROOT, "createGitCredential", this::create)
                .get(ROOT, "listGitCredentials", this::list)
                .get(ROOT + "/{credential_id}", "getGitCredential", this::get)
                .patch(ROOT + "/{credential_id}", "updateGitCredential", this::update)
                .delete(ROOT + "/{credential_id}", "deleteGitCredential", this::delete)
                .list();
    }

    private ApiResponse create(ApiRequest request) {
        Parameters parameters = request.parameters();
        GitCredential asked = new GitCredential(
                0,
                GitProvider.parse("git_provider", parameters.text("git_provider")),
                text(parameters, "git_username", null),
                text(parameters, "git_email", null),
                text(parameters, "name", null),
                parameters.flag("is_default_for_provider"));
        return ApiResponse.json(store.create(request.caller(), asked, token(parameters)));
    }

    private ApiResponse list(ApiRequest request) {
        List<GitCredential> all = store.list(request.caller());
        return all.isEmpty() ? ApiResponse.done() : ApiResponse.json(Map.of("credentials", all));
    }

    private ApiResponse get(ApiRequest request) {
        return ApiResponse.json(known(request));
    }

    private ApiResponse update(ApiRequest request) {
        GitCredential known = known(request);
        Parameters parameters = request.parameters();
        GitCredential changed = new GitCredential(
                known.credentialId(),
                GitProvider.parse(
                        "git_provider", parameters.optionalText("git_provider").orElse(known.gitProvider())),
                text(parameters, "git_username", known.gitUsername()),
                text(parameters, "git_email", known.gitEmail()),
                text(parameters, "name", known.name()),
                parameters.has("is_default_for_provider")
                        ? Boolean.valueOf(parameters.flag("is_default_for_provider"))
                        : known.isDefaultForProvider());
        store.update(request.caller(), changed, token(parameters));
        return ApiResponse.done();
    }

    private ApiResponse delete(ApiRequest request) {
        GitCredential known = known(request);
        boolean unused = store.delete(request.caller(), known.credentialId());
        return ApiResponse.done();
    }

    private GitCredential known(ApiRequest request) {
        String id = request.pathParameter("credential_id");
        return store.find(request.caller(), PathId.parse("credential_id", id))
                .orElseThrow(() -> ApiErrors.doesNotExist("Git credential with ID %s does not exist.".formatted(id)));
    }

    private static @Nullable String token(Parameters parameters) {
        return text(parameters, "personal_access_token", null);
    }

    private static @Nullable String text(Parameters parameters, String name, @Nullable String otherwise) {
        return parameters.optionalText(name).orElse(otherwise);
    }
}
