package dev.lakelight.workspace.tree;

import static java.util.Objects.requireNonNull;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.permission.PermissionLevel;
import dev.lakelight.workspace.storage.ObjectPath;
import dev.lakelight.workspace.tree.ObjectIds.Identity;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lists, describes, makes and deletes what is in the workspace. */
public final class WorkspaceRoutes implements Topic {

    private static final String ROOT = "/api/2.0/workspace";

    private final WorkspaceTree tree;
    private final TreeSecurity security;

    /** Serve a tree. */
    public WorkspaceRoutes(WorkspaceTree tree, TreeSecurity security) {
        this.tree = tree;
        this.security = security;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("workspace")
                .get(ROOT + "/get-status", "getStatus", this::getStatus)
                .get(ROOT + "/list", "list", this::list)
                .post(ROOT + "/mkdirs", "mkdirs", this::mkdirs)
                .post(ROOT + "/delete", "delete", this::delete)
                .list();
    }

    private ApiResponse getStatus(ApiRequest request) {
        TreeObject object = readable(request);
        ObjectInfo info = ObjectInfo.of(object, tree.ids().of(object.path()));
        boolean wanted = request.parameters().flag("return_export_info") && object.type() == ObjectType.NOTEBOOK;
        return ApiResponse.json(wanted ? info.withExportFormat(exportFormat(object)) : info);
    }

    private static String exportFormat(TreeObject notebook) {
        return StoredNotebook.of(notebook).isJupyter() ? "JUPYTER" : "SOURCE";
    }

    private ApiResponse list(ApiRequest request) {
        TreeObject object = readable(request);
        List<TreeObject> objects =
                object.isFolder() ? security.visible(request.caller(), object, tree.children(object)) : List.of(object);
        Map<ObjectPath, Identity> ids =
                tree.ids().all(objects.stream().map(TreeObject::path).distinct().toList());
        long after =
                request.parameters().optionalNumber("notebooks_modified_after").orElse(0);
        List<ObjectInfo> infos = objects.stream()
                .map(each -> ObjectInfo.of(each, requireNonNull(ids.get(each.path()))))
                .filter(info -> !info.objectType().equals("NOTEBOOK") || info.modifiedAt() >= after)
                .toList();
        return infos.isEmpty() ? ApiResponse.done() : ApiResponse.json(Map.of("objects", infos));
    }

    private TreeObject readable(ApiRequest request) {
        TreeObject object = tree.get(WorkspaceTree.path(request.parameters().text("path")));
        security.require(request.caller(), object, PermissionLevel.CAN_READ);
        return object;
    }

    private ApiResponse mkdirs(ApiRequest request) throws IOException {
        ObjectPath path = WorkspaceTree.path(request.parameters().text("path"));

        if (tree.find(path).filter(TreeObject::isFolder).isEmpty()) {
            security.requireCreation(request.caller(), path);
            tree.createFolder(path);
        }

        return ApiResponse.done();
    }

    private ApiResponse delete(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        ObjectPath path = WorkspaceTree.path(parameters.text("path"));
        TreeObject object = tree.get(path);
        security.require(request.caller(), object, PermissionLevel.CAN_MANAGE);

        if (TreeSecurity.isFixed(path)) {
            throw ApiErrors.invalid("%s cannot be deleted: it belongs to the workspace.".formatted(path));
        }

        boolean mayHoldMore = object.isFolder() && !parameters.flag("recursive");

        if (mayHoldMore && !tree.children(object).isEmpty()) {
            throw ApiErrors.directoryNotEmpty(path.toString());
        }

        tree.delete(object);
        return ApiResponse.done();
    }
}
