package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.DurableFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** All operations of volumes. */
public final class VolumeTopics {

    private VolumeTopics() {}

    /**
     * Serve volumes.
     *
     * @param root the folder that stands for the root of paths: files are in {@code Volumes/catalog/schema/volume} there
     */
    public static List<Topic> of(Database database, Path root, DurableFiles durable, Clock clock) {
        VolumeStore store = new VolumeStore(database, clock);
        Volumes volumes = new Volumes(store, root);
        VolumeFiles files = new VolumeFiles(volumes, root, durable);
        return List.of(new VolumeRoutes(store, volumes, files, clock), new FileRoutes(files), new FolderRoutes(files));
    }
}
