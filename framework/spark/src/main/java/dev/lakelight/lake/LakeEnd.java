package dev.lakelight.lake;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.lake.LakeOptions.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
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

    /** Stop streams and jobs; the session can still be used. */
    void stopWork() {
        // Those of derived sessions, too: every run of a notebook has one.
        List.copyOf(sharedState().activeStreamingQueries().values()).forEach(query -> stop((StreamingQuery) query));
        session.interruptAll();
    }

    /** Stop all, and keep the folder as it is. */
    void leave() {
        stop();
        try {
            forgetDeltaLogs();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder.path(), e);
        }
    }

    private void stop() {
        sharedState().activeStreamingQueries().values().forEach(query -> report((StreamingQuery) query));
        cluster.closeSession(session);
        session.interruptAll();
    }

    void run(Ending ending) {
        stop();

        try {
            forgetDeltaLogs();

            if (ending == Ending.KEPT) {
                folder.deleteImages();
                LOG.info("Kept the lake in {}", folder.path());
            } else {
                folder.delete();
            }
        } catch (IOException | UncheckedIOException e) {
            // Its name is unique, so what is left disturbs nobody, and a clean build removes it.
            LOG.warn("Cannot delete all of the lake in {}: {}", folder.path(), e.toString());
        }
    }

    private static void stop(StreamingQuery query) {
        try {
            query.stop();
        } catch (TimeoutException e) {
            LOG.warn("The stream {} did not stop in time", query.id(), e);
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
