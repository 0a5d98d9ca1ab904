package dev.lakelight.workspace.tree;

import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;

/** Exports notebooks and files. */
public final class ExportRoutes implements Topic {

    /** What an answer as JSON can hold; downloads have no limit. */
    private static final int LARGEST = 10 << 20;

    private final WorkspaceTree tree;
    private final TreeSecurity security;

    /** Export from a tree. */
    public ExportRoutes(WorkspaceTree tree, TreeSecurity security) {
        this.tree = tree;
        this.security = security;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("workspace")
                .get("/api/2.0/workspace/export", "export", this::export)
                .list();
    }

    private ApiResponse export(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        TreeObject object = tree.get(WorkspaceTree.path(parameters.text("path")));
        security.require(request.caller(), object, PermissionLevel.CAN_READ);
        ObjectFormat format = parameters.constant("format", ObjectFormat.class).orElse(ObjectFormat.SOURCE);
        boolean direct = parameters.flag("direct_download");

        if (direct && object.type() == ObjectType.FILE && format != ObjectFormat.JUPYTER) {
            return ApiResponse.bytes(output -> Files.copy(object.file(), output));
        }

        byte[] content = content(object, format);

        if (direct) {
            return ApiResponse.bytes(output -> output.write(content));
        }

        if (content.length > LARGEST) {
            throw ApiErrors.notebookTooLarge(content.length, LARGEST);
        }

        return ApiResponse.json(new Answer(Base64.getEncoder().encodeToString(content), fileType(object, format)));
    }

    private static byte[] content(TreeObject object, ObjectFormat format) throws IOException {
        if (object.isFolder()) {
            throw ApiErrors.invalid("%s is a folder. Folders are exported file by file.".formatted(object.path()));
        }

        boolean notebook = object.type() == ObjectType.NOTEBOOK;
        return switch (format) {
            case SOURCE -> notebook ? StoredNotebook.of(object).source() : Files.readAllBytes(object.file());
            case AUTO, RAW -> Files.readAllBytes(object.file());
            case JUPYTER -> {
                if (!notebook) {
                    throw unsupported(format);
                }
                yield StoredNotebook.of(object).jupyter();
            }
            case DBC, HTML, R_MARKDOWN -> throw unsupported(format);
        };
    }

    private static RuntimeException unsupported(ObjectFormat format) {
        return ApiErrors.invalid(
                "It cannot be exported as %s here; SOURCE, JUPYTER (notebooks only) and AUTO can.".formatted(format));
    }

    private static String fileType(TreeObject object, ObjectFormat format) {
        if (object.type() != ObjectType.NOTEBOOK) {
            String name = object.path().name();
            return name.substring(name.lastIndexOf('.') + 1);
        }

        StoredNotebook notebook = StoredNotebook.of(object);
        return switch (format) {
            case SOURCE -> notebook.language().extension();
            case JUPYTER -> NotebookFiles.JUPYTER;
            case AUTO, RAW, DBC, HTML, R_MARKDOWN -> notebook.extension();
        };
    }

    private record Answer(String content, String fileType) {}
}
