package dev.lakelight.lake;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.lake.LakeOptions.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.internal.SharedState;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a lake down, in the order in which its parts use one another. */
final class LakeEnd {

    private static final Logger LOG = LoggerFactory.getLogger(LakeEnd.class);

    private final Cluster cluster;
    private final SparkSession session;
    private final LakeFolder folder;

    LakeEnd(Cluster cluster, SparkSession session, LakeFolder folder) {
        this.cluster = cluster;
        this.session = session;
        this.folder = folder;
    }

    void run(Ending ending) {
        // Those of derived sessions, too: every run of a notebook has one.
        sharedState().activeStreamingQueries().values().forEach(query -> report((StreamingQuery) query));
        cluster.closeSession(session);
        session.interruptAll();

        try {
            forgetDeltaLogs();

            if (ending == Ending.KEPT) {
                LOG.info("Kept the lake in {}", folder.path());
            } else {
                folder.delete();
            }
        } catch (IOException | UncheckedIOException e) {
            // Its name is unique, so what is left disturbs nobody, and a clean build removes it.
            LOG.warn("Cannot delete all of the lake in {}: {}", folder.path(), e.toString());
        }
    }

    private SharedState sharedState() {
        return ((org.apache.spark.sql.classic.SparkSession) session).sharedState();
    }

    private static void report(StreamingQuery query) {
        String name = query.name() == null ? query.id().toString() : query.name();
        LOG.warn("Stopped the stream {}, which the test left running", name);
    }

    /** Cached logs hold memory, and would be taken for tables when a path came again. */
    private void forgetDeltaLogs() throws IOException {
        for (Path table : folder.deltaTables()) {
            DeltaLog.invalidateCache(session, new org.apache.hadoop.fs.Path(table.toUri()));
        }
    }
}
