package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Paging;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Volumes, in whatever catalogs and schemas they name. */
final class VolumeRoutes implements Topic {

    private static final String ROOT = "/api/2.1/unity-catalog/volumes";
    private static final int USUAL_PAGE = 1000;

    private final VolumeStore store;
    private final Volumes volumes;
    private final VolumeFiles files;
    private final Clock clock;

    VolumeRoutes(VolumeStore store, Volumes volumes, VolumeFiles files, Clock clock) {
        this.store = store;
        this.volumes = volumes;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("unityCatalog")
                .post(ROOT, "createVolume", this::create)
                .get(ROOT, "listVolumes", this::list)
                .get(ROOT + "/{name}", "getVolume", this::get)
                .patch(ROOT + "/{name}", "updateVolume", this::update)
                .delete(ROOT + "/{name}", "deleteVolume", this::delete)
                .list();
    }

    /** One at a time: whether there is one is seen by its folder, which is made on the way. */
    private synchronized ApiResponse create(ApiRequest request) throws IOException {
        Parameters parameters = request.parameters();
        VolumeName name = new VolumeName(
                parameters.text("catalog_name"), parameters.text("schema_name"), parameters.text("name"));

        if (!parameters.optionalText("volume_type").orElse("MANAGED").equals("MANAGED")) {
            throw ApiErrors.invalid("The only volume_type of this workspace is MANAGED.");
        }

        String comment = parameters.optionalText("comment").orElse(null);

        if (volumes.exists(name)) {
            throw ApiErrors.conflict("Volume '%s' already exists".formatted(name.fullName()));
        }

        // What was said of one that a statement has dropped does not count for the new one.
        store.delete(name);
        files.createFolder(name.path());
        store.create(VolumeInfo.created(
                name, UUID.randomUUID(), comment, request.caller().name(), clock.millis()));
        return ApiResponse.json(find(name));
    }

    private ApiResponse list(ApiRequest request) {
        Parameters parameters = request.parameters();
        List<VolumeInfo> all = volumes.list(parameters.text("catalog_name"), parameters.text("schema_name"));
        long size = parameters.optionalNumber("max_results").orElse(0);
        int page = size <= 0 ? USUAL_PAGE : (int) Math.min(size, USUAL_PAGE);
        Paging<VolumeInfo> part = Paging.of(all, parameters.optionalText("page_token"), page);
        return ApiResponse.json(new VolumeList(
                part.items().isEmpty() ? null : part.items(), part.nextToken().orElse(null)));
    }

    private ApiResponse get(ApiRequest request) {
        return ApiResponse.json(find(name(request)));
    }

    private ApiResponse update(ApiRequest request) {
        VolumeName name = name(request);
        VolumeInfo volume = find(name);
        Parameters parameters = request.parameters();

        if (parameters.has("new_name")) {
            throw ApiErrors.invalid("A volume of this workspace keeps its name; new_name is not supported.");
        }

        store.create(volume);
        store.update(
                name,
                parameters.optionalText("comment").orElse(null),
                parameters.optionalText("owner").orElse(null),
                request.caller().name());
        return ApiResponse.json(find(name));
    }

    private ApiResponse delete(ApiRequest request) throws IOException {
        VolumeName name = name(request);
        VolumeInfo unused = find(name);
        store.delete(name);
        files.deleteAll(name.path());
        return ApiResponse.done();
    }

    private static VolumeName name(ApiRequest request) {
        return VolumeName.parse(request.pathParameter("name"));
    }

    private VolumeInfo find(VolumeName name) {
        return volumes.find(name).orElseThrow(() -> VolumeFiles.noVolume(name));
    }

    private record VolumeList(
            @Nullable List<VolumeInfo> volumes, @Nullable String nextPageToken) {}
}
