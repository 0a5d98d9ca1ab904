package dev.lakelight.workspace.dbfs;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.dbfs.Dbfs.FileInfo;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of DBFS. Everyone may use all of them. */
final class DbfsRoutes implements Topic {

    private static final String ROOT = "/api/2.0/dbfs";
    private static final int MOST_READ = 1 << 20;
    private static final int USUALLY_READ = 512 << 10;

    private final Dbfs dbfs;

    DbfsRoutes(Dbfs dbfs) {
        this.dbfs = dbfs;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("dbfs")
                .get(ROOT + "/get-status", "getStatus", this::getStatus)
                .get(ROOT + "/list", "list", this::list)
                .get(ROOT + "/read", "read", this::read)
                .post(ROOT + "/mkdirs", "mkdirs", this::mkdirs)
                .post(ROOT + "/delete", "delete", this::delete)
                .post(ROOT + "/move", "move", this::move)
                .list();
    }

    private static ObjectPath path(ApiRequest request, String name) {
        return Dbfs.path(request.parameters().text(name));
    }

    private ApiResponse getStatus(ApiRequest request) throws IOException {
        return ApiResponse.json(dbfs.describe(path(request, "path")));
    }

    private ApiResponse list(ApiRequest request) throws IOException {
        List<FileInfo> infos = new ArrayList<>();

        for (ObjectPath each : dbfs.list(path(request, "path"))) {
            infos.add(dbfs.describe(each));
        }

        return infos.isEmpty() ? ApiResponse.done() : ApiResponse.json(Map.of("files", infos));
    }

    private ApiResponse read(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        FileInfo info = dbfs.describe(path(request, "path"));
        long offset = parameters.optionalNumber("offset").orElse(0);
        long length = parameters.optionalNumber("length").orElse(USUALLY_READ);

        if (info.isDir()) {
            throw ApiErrors.invalid("%s is a directory.".formatted(info.path()));
        }

        if (offset < 0 || length < 0) {
            throw ApiErrors.invalid("Offset and length must not be negative.");
        }

        if (length > MOST_READ) {
            throw ApiErrors.readTooLarge(MOST_READ);
        }

        byte[] bytes = read(dbfs.location(path(request, "path")), offset, (int) length);
        return ApiResponse.json(
                Map.of("bytes_read", bytes.length, "data", Base64.getEncoder().encodeToString(bytes)));
    }

    private static byte[] read(Path file, long offset, int length) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long left = Math.max(0, content.length() - offset);
            byte[] bytes = new byte[(int) Math.min(left, length)];
            content.seek(Math.min(offset, content.length()));
            content.readFully(bytes);
            return bytes;
        }
    }

    private ApiResponse mkdirs(ApiRequest request) throws IOException {
        ObjectPath path = path(request, "path");

        if (Files.isRegularFile(dbfs.location(path))) {
            throw ApiErrors.alreadyExists("A file already exists at the input path %s.".formatted(path));
        }

        dbfs.requireFolderAbove(path);
        dbfs.files().createFolders(dbfs.location(path));
        return ApiResponse.done();
    }

    private ApiResponse delete(ApiRequest request) throws IOException {
        ObjectPath path = path(request, "path");
        FileInfo info = dbfs.describe(path);

        if (path.isRoot()) {
            throw ApiErrors.invalid("The root of DBFS cannot be deleted.");
        }

        boolean mayHoldMore = info.isDir() && !request.parameters().flag("recursive");

        if (mayHoldMore && !dbfs.list(path).isEmpty()) {
            throw ApiErrors.ioError("The directory %s is not empty. Delete it recursively.".formatted(path));
        }

        dbfs.files().delete(dbfs.location(path));
        return ApiResponse.done();
    }

    private ApiResponse move(ApiRequest request) throws IOException {
        ObjectPath source = path(request, "source_path");
        ObjectPath destination = path(request, "destination_path");
        dbfs.requirePresent(source);

        if (destination.isWithin(source)) {
            throw ApiErrors.invalid("%s cannot be moved into itself.".formatted(source));
        }

        dbfs.requireWritable(destination, false);
        dbfs.files()
                .createFolders(Objects.requireNonNull(dbfs.location(destination).getParent()));
        dbfs.files().move(dbfs.location(source), dbfs.location(destination));
        return ApiResponse.done();
    }
}
