package dev.lakelight.runtime;

import dev.lakelight.dbutils.DbfsPaths;
import dev.lakelight.dbutils.LakeParts;
import dev.lakelight.dbutils.RunIdentity;
import dev.lakelight.dbutils.Secrets;
import dev.lakelight.lake.Lake;
import dev.lakelight.path.LakeMounts;
import java.nio.file.Path;
import java.util.List;

/**
 * What the {@code dbutils} of all runs on a lake have in common.
 *
 * @param lake the lake
 * @param project the project's folder, absolute
 * @param copies folder in which the project is copied, absolute: what notebooks write beside themselves goes there
 * @param mounts of the lake
 */
record LakeUtilities(Lake lake, Path project, Path copies, LakeMounts mounts) {

    static LakeUtilities of(Lake lake, Path project, Path copies) {
        return new LakeUtilities(lake, project, copies, new LakeMounts(lake.files()));
    }

    LakeParts parts(RunSession session, RunRequest request) {
        List<Path> localFolders = List.of(lake.directory(), project.toAbsolutePath());
        DbfsPaths paths = new DbfsPaths(() -> session.sessionState().newHadoopConf(), localFolders);
        return new LakeParts(paths, mounts, Secrets.of(request.secrets()));
    }

    WorkingFolder workingFolder(Path module) {
        return new WorkingFolder(
                copies,
                project.toAbsolutePath().normalize(),
                module.toAbsolutePath().normalize());
    }

    /** Return which run it is; the name is that of a notebook's file or of a class. */
    RunIdentity identity(RunRequest request, String name) {
        RunLineage run = request.lineage();
        String path = "/" + name.replaceFirst("\\.(sql|py|scala|r|R|java|ipynb)$", "");
        String cluster = lake.session().sparkContext().applicationId();
        return new RunIdentity(run.id(), run.rootId(), path, cluster, request.taskValues());
    }
}
