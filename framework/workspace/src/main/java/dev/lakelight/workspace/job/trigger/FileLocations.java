package dev.lakelight.workspace.job.trigger;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.storage.ObjectPath;
import java.nio.file.Path;

/**
 * Where on this machine the folders of DBFS and of volumes are.
 *
 * @param dbfs its root
 * @param volumes the folder that holds {@code Volumes}
 */
public record FileLocations(Path dbfs, Path volumes) {

    Path folder(String url) {
        if (url.startsWith("dbfs:/Volumes/") || url.startsWith("/Volumes/")) {
            return ObjectPath.parse(url.replaceFirst("^dbfs:", "")).in(volumes);
        }

        if (url.startsWith("dbfs:/")) {
            return ObjectPath.parse(url.substring("dbfs:".length())).in(dbfs);
        }

        throw ApiErrors.invalid(
                "trigger.file_arrival.url must be a folder such as /Volumes/main/sales/landing/ or dbfs:/landing/, but is '%s'."
                        .formatted(url));
    }
}
