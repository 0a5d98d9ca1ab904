package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Paging;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.permission.PermissionLevel;
import dev.lakelight.workspace.repos.Repos.NewRepo;
import dev.lakelight.workspace.repos.Repos.RepoUpdate;
import dev.lakelight.workspace.storage.ObjectPath;
import dev.lakelight.workspace.tree.ObjectType;
import dev.lakelight.workspace.tree.TreeSecurity;
import dev.lakelight.workspace.tree.WorkspaceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Git folders: clones in the workspace. */
final class RepoRoutes implements Topic {

    private static final String ROOT = "/api/2.0/repos";
    private static final int PAGE = 20;

    private final Repos repos;
    private final WorkspaceTree tree;
    private final TreeSecurity security;

    RepoRoutes(Repos repos, WorkspaceTree tree, TreeSecurity security) {
        this.repos = repos;
        this.tree = tree;
        this.security = security;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("repos")
                .post(ROOT, "createRepo", this::create)
                .get(ROOT, "listRepos", this::list)
                .get(ROOT + "/{repo_id}", "getRepo", this::get)
                .patch(ROOT + "/{repo_id}", "updateRepo", this::update)
                .delete(ROOT + "/{repo_id}", "deleteRepo", this::delete)
                .list();
    }

    private ApiResponse create(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        String url = RemoteUrl.parse(parameters.text("url"));
        ObjectPath path = parameters
                .optionalText("path")
                .filter(text -> !text.isEmpty())
                .map(WorkspaceTree::path)
                .orElseGet(() -> ownPath(request.caller(), url));
        requireRepoPath(path);
        security.requireCreation(request.caller(), path);

        if (tree.find(path).isPresent()) {
            throw ApiErrors.alreadyExists("Path (%s) already exists.".formatted(path));
        }

        NewRepo wanted = new NewRepo(
                path,
                url,
                GitProvider.parse("provider", parameters.text("provider")),
                credential(parameters),
                cone(parameters).orElse(SparseCone.EVERYTHING));
        return ApiResponse.json(repos.describe(repos.create(request.caller(), wanted)));
    }

    private static ObjectPath ownPath(Principal caller, String url) {
        return ObjectPath.parse("/Repos/%s/%s".formatted(caller.name(), RemoteUrl.folderName(url)));
    }

    private void requireRepoPath(ObjectPath path) {
        boolean inRepos = !path.isRoot() && path.names().get(0).equals("Repos");

        if (path.names().size() < 2 || (inRepos && path.names().size() != 3)) {
            throw ApiErrors.invalid(
                    "The path %s of a Git folder must be /Repos/{folder}/{repo-name}, or within a folder."
                            .formatted(path));
        }

        for (ObjectPath above : path.parent().withAncestors()) {
            if (tree.find(above)
                    .filter(object -> object.type() == ObjectType.REPO)
                    .isPresent()) {
                throw ApiErrors.invalid(
                        "%s is within the Git folder %s; they cannot be nested.".formatted(path, above));
            }
        }
    }

    private ApiResponse list(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        ObjectPath prefix = WorkspaceTree.path(parameters
                .optionalText("path_prefix")
                .filter(text -> !text.isEmpty())
                .orElse("/"));
        List<Repo> visible = repos.list().stream()
                .filter(repo -> repo.path().toString().startsWith(prefix.toString()))
                .filter(repo -> mayRead(request.caller(), repo))
                .toList();
        Paging<Repo> page = Paging.of(visible, parameters.optionalText("next_page_token"), PAGE);
        List<RepoInfo> infos = new ArrayList<>();

        for (Repo repo : page.items()) {
            infos.add(repos.describe(repo));
        }

        return ApiResponse.json(
                new RepoList(infos.isEmpty() ? null : infos, page.nextToken().orElse(null)));
    }

    private boolean mayRead(Principal caller, Repo repo) {
        return security.may(caller, tree.get(repo.path()), PermissionLevel.CAN_READ);
    }

    private ApiResponse get(ApiRequest request) throws IOException {
        return ApiResponse.json(repos.describe(repo(request, PermissionLevel.CAN_READ)));
    }

    private ApiResponse update(ApiRequest request) throws IOException {
        Repo repo = repo(request, PermissionLevel.CAN_MANAGE);
        Parameters parameters = request.parameters();
        repos.update(
                request.caller(),
                repo,
                new RepoUpdate(
                        target(parameters),
                        cone(parameters),
                        credential(parameters),
                        parameters.flag("dangerously_force_discard_all")));
        return ApiResponse.done();
    }

    private static Optional<GitTarget> target(Parameters parameters) {
        Optional<GitTarget> branch = parameters
                .optionalText("branch")
                .filter(name -> !name.isEmpty())
                .map(name -> new GitTarget(GitTarget.Kind.BRANCH, name));
        Optional<GitTarget> tag = parameters
                .optionalText("tag")
                .filter(name -> !name.isEmpty())
                .map(name -> new GitTarget(GitTarget.Kind.TAG, name));

        if (branch.isPresent() && tag.isPresent()) {
            throw ApiErrors.invalid("Only one of branch and tag can be given.");
        }

        boolean nothing = branch.isEmpty()
                && tag.isEmpty()
                && !parameters.has("sparse_checkout")
                && !parameters.has("git_credential_id")
                && !parameters.flag("dangerously_force_discard_all");

        if (nothing) {
            throw ApiErrors.invalid("Either branch or tag must be given.");
        }

        return branch.or(() -> tag);
    }

    private ApiResponse delete(ApiRequest request) throws IOException {
        repos.delete(repo(request, PermissionLevel.CAN_MANAGE));
        return ApiResponse.done();
    }

    private Repo repo(ApiRequest request, PermissionLevel needed) {
        Repo repo = repos.get(PathId.parse("repo_id", request.pathParameter("repo_id")));
        security.require(request.caller(), tree.get(repo.path()), needed);
        return repo;
    }

    private static @Nullable Long credential(Parameters parameters) {
        return parameters.has("git_credential_id") ? Long.valueOf(parameters.number("git_credential_id")) : null;
    }

    private static Optional<SparseCone> cone(Parameters parameters) {
        return parameters.object("sparse_checkout").map(sparse -> SparseCone.of(sparse.texts("patterns")));
    }

    private record RepoList(
            @Nullable List<RepoInfo> repos, @Nullable String nextPageToken) {}
}
