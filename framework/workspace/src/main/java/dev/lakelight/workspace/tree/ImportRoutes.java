package dev.lakelight.workspace.tree;

import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.permission.PermissionLevel;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.ObjectPath;
import dev.lakelight.workspace.tree.Imports.Existing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports notebooks and files. Archives are refused: they are imported file by file. */
public final class ImportRoutes implements Topic {

    private final WorkspaceTree tree;
    private final TreeSecurity security;
    private final Imports imports;

    /** Import into a tree. */
    public ImportRoutes(WorkspaceTree tree, TreeSecurity security, DurableFiles files) {
        this.tree = tree;
        this.security = security;
        this.imports = new Imports(tree, files);
    }

    @Override
    public List<Route> routes() {
        return Routes.of("workspace")
                .post("/api/2.0/workspace/import", "import", this::importObject)
                .post("/api/2.0/workspace-files/import-file/<path>", "importFile", this::importFile)
                .list();
    }

    private ApiResponse importObject(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        ObjectPath path = WorkspaceTree.path(parameters.text("path"));
        byte[] content = parameters.bytes("content").orElseGet(() -> new byte[0]);
        ImportedObject object = imported(path, parameters, content);
        Existing existing = parameters.flag("overwrite") ? Existing.REPLACED : Existing.REFUSED;
        return ApiResponse.json(Map.of("object_id", put(request.caller(), object, existing)));
    }

    private static ImportedObject imported(ObjectPath path, Parameters parameters, byte[] content) throws IOException {
        ObjectFormat format = parameters.constant("format", ObjectFormat.class).orElse(ObjectFormat.SOURCE);
        return switch (format) {
            case SOURCE -> ImportedObject.source(path, language(parameters), content);
            case JUPYTER -> ImportedObject.jupyter(path, content);
            case AUTO -> ImportedObject.auto(path, new ByteArrayInputStream(content));
            case RAW -> ImportedObject.raw(path, new ByteArrayInputStream(content));
            case DBC, HTML, R_MARKDOWN ->
                throw ApiErrors.invalid(
                        "The format %s is not supported by this workspace; SOURCE, JUPYTER, AUTO and RAW are."
                                .formatted(format));
        };
    }

    private static NotebookLanguage language(Parameters parameters) {
        return parameters
                .constant("language", NotebookLanguage.class)
                .orElseThrow(() -> ApiErrors.invalid(
                        "The format SOURCE needs a language: PYTHON, R, SCALA or SQL. Archives are not supported."));
    }

    private ApiResponse importFile(ApiRequest request) throws IOException {
        ObjectPath path = WorkspaceTree.path("/" + request.pathParameter("path"));
        boolean overwrite = request.query().flag("overwrite");
        Existing existing = overwrite ? Existing.REPLACED : Existing.REFUSED_AS_CONFLICT;
        long unused = put(request.caller(), ImportedObject.auto(path, request.content()), existing);
        return ApiResponse.done();
    }

    private long put(Principal caller, ImportedObject object, Existing existing) throws IOException {
        Optional<TreeObject> present = tree.find(object.path());

        if (present.isPresent()) {
            security.require(caller, present.get(), PermissionLevel.CAN_EDIT);
        } else {
            security.requireCreation(caller, object.path());
        }

        return imports.put(object, existing);
    }
}
