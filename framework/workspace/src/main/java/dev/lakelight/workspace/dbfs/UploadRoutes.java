package dev.lakelight.workspace.dbfs;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes files of DBFS: small ones at once, others block by block. A file is there when it is whole. */
final class UploadRoutes implements Topic {

    private static final String ROOT = "/api/2.0/dbfs";
    private static final int LARGEST_BLOCK = 1 << 20;

    private final Dbfs dbfs;
    private final OpenUploads uploads;

    UploadRoutes(Dbfs dbfs) {
        this.dbfs = dbfs;
        this.uploads = new OpenUploads(dbfs);
    }

    @Override
    public List<Route> routes() {
        return Routes.of("dbfs")
                .post(ROOT + "/put", "put", this::put)
                .post(ROOT + "/create", "create", this::create)
                .post(ROOT + "/add-block", "addBlock", this::addBlock)
                .post(ROOT + "/close", "close", this::close)
                .list();
    }

    private ApiResponse put(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        ObjectPath path = Dbfs.path(parameters.text("path"));
        // The older command line calls the part of its form so.
        String field = parameters.has("contents") ? "contents" : "file";
        byte[] contents = parameters.bytes(field).orElseGet(() -> new byte[0]);

        // The limit is that of JSON; forms have none but the server's.
        if (contents.length > LARGEST_BLOCK && !parameters.values().path(field).isBinary()) {
            throw ApiErrors.blockTooLarge(LARGEST_BLOCK);
        }

        dbfs.requireWritable(path, parameters.flag("overwrite"));
        Path written = dbfs.files().stage(new ByteArrayInputStream(contents));

        try {
            dbfs.place(written, path, parameters.flag("overwrite"));
        } finally {
            Files.deleteIfExists(written);
        }

        return ApiResponse.done();
    }

    private ApiResponse create(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        ObjectPath path = Dbfs.path(parameters.text("path"));
        boolean overwrite = parameters.flag("overwrite");
        dbfs.requireWritable(path, overwrite);
        return ApiResponse.json(Map.of("handle", uploads.open(request.caller(), path, overwrite)));
    }

    private ApiResponse addBlock(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        byte[] data = parameters.bytes("data").orElseThrow(() -> ApiErrors.missingParameter("data"));

        if (data.length > LARGEST_BLOCK) {
            throw ApiErrors.blockTooLarge(LARGEST_BLOCK);
        }

        uploads.add(request.caller(), parameters.number("handle"), data);
        return ApiResponse.done();
    }

    private ApiResponse close(ApiRequest request) throws IOException {
        uploads.close(request.caller(), request.parameters().number("handle"));
        return ApiResponse.done();
    }
}
