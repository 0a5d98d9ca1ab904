package dev.lakelight.workspace.cluster;

import dev.lakelight.launch.FileTree;
import java.nio.file.Path;
import java.util.List;

/**
 * Folders of the workspace that drivers use, absolute.
 *
 * @param lake tables and catalog
 * @param dbfs files, volumes among them
 * @param workspace workspace objects
 * @param state all of them, the database and the audit log
 * @param clusters one folder for each cluster
 */
public record ClusterFolders(Path lake, Path dbfs, Path workspace, Path state, Path clusters) {

    /** Return the folder of a cluster. */
    Path of(String clusterId) {
        return clusters.resolve(clusterId);
    }

    /** Delete what a driver has left, but for its log. */
    void deleteScratch(String clusterId) {
        List.of("tmp", "spark", "roots")
                .forEach(name -> FileTree.delete(of(clusterId).resolve(name)));
    }
}
