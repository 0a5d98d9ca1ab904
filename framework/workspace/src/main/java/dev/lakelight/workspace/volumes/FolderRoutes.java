package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Paging;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders in volumes. */
final class FolderRoutes implements Topic {

    private static final String FOLDER = "/api/2.0/fs/directories/<path>";
    private static final int LARGEST_PAGE = 1000;

    private final VolumeFiles files;

    FolderRoutes(VolumeFiles files) {
        this.files = files;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("filesystem")
                .put(FOLDER, "directoriesPut", this::create)
                .get(FOLDER, "directoriesGet", this::list)
                .head(FOLDER, "directoriesHead", this::describe)
                .delete(FOLDER, "directoriesDelete", this::delete)
                .list();
    }

    private ObjectPath path(ApiRequest request) {
        return files.path(request.pathParameter("path"));
    }

    private ApiResponse create(ApiRequest request) throws IOException {
        files.createFolder(path(request));
        return ApiResponse.noContent();
    }

    private ApiResponse describe(ApiRequest request) {
        Path unused = files.folder(path(request));
        return ApiResponse.noContent().withStatus(200);
    }

    private ApiResponse delete(ApiRequest request) throws IOException {
        files.deleteFolder(path(request));
        return ApiResponse.noContent();
    }

    private ApiResponse list(ApiRequest request) throws IOException {
        ObjectPath folder = path(request);
        Parameters query = request.query();
        long wanted = query.optionalNumber("page_size").orElse(LARGEST_PAGE);
        int size = wanted <= 0 ? LARGEST_PAGE : (int) Math.min(wanted, LARGEST_PAGE);
        Paging<Path> page = Paging.of(files.list(folder), query.optionalText("page_token"), size);
        List<Entry> entries = new ArrayList<>();

        for (Path file : page.items()) {
            entries.add(Entry.of(folder, file));
        }

        return ApiResponse.json(
                new Listing(entries.isEmpty() ? null : entries, page.nextToken().orElse(null)));
    }

    private record Listing(
            @Nullable List<Entry> contents, @Nullable String nextPageToken) {}

    private record Entry(
            String path,
            String name,
            boolean isDirectory,
            @Nullable Long fileSize,
            @Nullable Long lastModified) {

        static Entry of(ObjectPath folder, Path file) throws IOException {
            String name = String.valueOf(file.getFileName());
            String path = folder.child(name).toString();
            return Files.isDirectory(file)
                    ? new Entry(path, name, true, null, null)
                    : new Entry(
                            path,
                            name,
                            false,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toMillis());
        }
    }
}
