package dev.lakelight.workspace.dbfs;

import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.storage.DurableFiles;
import java.nio.file.Path;
import java.util.List;

/** All operations of DBFS. */
public final class DbfsTopics {

    private DbfsTopics() {}

    /** Serve the files of a folder. */
    public static List<Topic> of(Path root, DurableFiles files) {
        Dbfs dbfs = new Dbfs(root, files);
        return List.of(new DbfsRoutes(dbfs), new UploadRoutes(dbfs));
    }
}
