package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Files in volumes, as raw bytes. */
final class FileRoutes implements Topic {

    private static final String FILE = "/api/2.0/fs/files/<path>";

    private final VolumeFiles files;

    FileRoutes(VolumeFiles files) {
        this.files = files;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("filesystem")
                .put(FILE, "filesPut", this::upload)
                .get(FILE, "filesGet", this::download)
                .head(FILE, "filesHead", this::describe)
                .delete(FILE, "filesDelete", this::delete)
                .list();
    }

    private ApiResponse upload(ApiRequest request) throws IOException {
        files.write(
                files.path(request.pathParameter("path")),
                request.content(),
                request.query().flag("overwrite"));
        return ApiResponse.noContent();
    }

    private ApiResponse download(ApiRequest request) throws IOException {
        Path file = file(request);
        long size = Files.size(file);
        Optional<ByteRange> range = request.header("Range").flatMap(header -> ByteRange.of(header, size));
        return range.isPresent()
                ? part(file, range.get(), size)
                : described(file, ApiResponse.bytes(output -> Files.copy(file, output)));
    }

    private static ApiResponse part(Path file, ByteRange range, long size) throws IOException {
        ApiResponse part = range.isEmpty()
                ? ApiResponse.noContent().withStatus(416)
                : described(file, ApiResponse.bytes(output -> range.copy(file, output)))
                        .withStatus(206);
        return part.with("Content-Length", String.valueOf(range.length())).with("Content-Range", range.text(size));
    }

    private ApiResponse describe(ApiRequest request) throws IOException {
        return described(file(request), ApiResponse.bytes(output -> {}));
    }

    private Path file(ApiRequest request) {
        return files.file(files.path(request.pathParameter("path")));
    }

    private static ApiResponse described(Path file, ApiResponse response) throws IOException {
        ZonedDateTime modified = Files.getLastModifiedTime(file).toInstant().atZone(ZoneOffset.UTC);
        return response.with("Content-Length", String.valueOf(Files.size(file)))
                .with("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified));
    }

    private ApiResponse delete(ApiRequest request) throws IOException {
        files.deleteFile(files.path(request.pathParameter("path")));
        return ApiResponse.noContent();
    }
}
