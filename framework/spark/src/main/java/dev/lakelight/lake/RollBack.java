package dev.lakelight.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.internal.SessionState;
import scala.jdk.javaapi.CollectionConverters;

/** Brings a lake back to its start: settings, catalog and files, and makes Spark and Delta forget what they know of the rest. */
final class RollBack {

    private static final String DELTA_LOG = "_delta_log";

    private final Lake lake;
    private final LakeStart start;
    private final SparkSession session;

    RollBack(Lake lake, LakeStart start) {
        this.lake = lake;
        this.start = start;
        this.session = (SparkSession) lake.session();
    }

    void run() {
        restoreSession();
        Set<Path> tables = new HashSet<>(tables());
        start.state().catalog().restore(session);
        Set<Path> changed = start.image().restore(lake.directory());
        tables().forEach(tables::remove);
        changed.forEach(file -> addTable(file, tables));
        tables.forEach(table -> DeltaLog.invalidateCache(session, new org.apache.hadoop.fs.Path(table.toUri())));
        lake.seeds().restart(start.state().tables());
    }

    private List<Path> tables() {
        try {
            return lake.folder().deltaTables();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + lake.directory(), e);
        }
    }

    private void restoreSession() {
        session.sharedState().cacheManager().clearCache();
        SessionState state = session.sessionState();
        state.catalog().clearTempTables();
        state.catalog().globalTempViewManager().clear();
        restoreSettings(session.conf());
        state.catalogManager().reset();
    }

    private void restoreSettings(RuntimeConfig settings) {
        Map<String, String> now = CollectionConverters.asJava(settings.getAll());
        now.forEach((name, value) -> {
            String before = start.settings().get(name);

            if (before == null) {
                settings.unset(name);
            } else if (!before.equals(value)) {
                settings.set(name, before);
            }
        });
        start.settings().forEach((name, value) -> {
            if (!now.containsKey(name)) {
                settings.set(name, value);
            }
        });
    }

    private void addTable(Path file, Set<Path> tables) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(DELTA_LOG)) {
                Path table = folder.getParent();
                tables.add(table == null ? lake.directory() : lake.directory().resolve(table));
            }
        }
    }
}
