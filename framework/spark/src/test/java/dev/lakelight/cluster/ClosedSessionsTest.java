package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import scala.jdk.javaapi.CollectionConverters;

@Isolated("it looks at all that there is in the SparkContext")
class ClosedSessionsTest {

    @TempDir
    private Path directory;

    @RegisterExtension
    final AcquiredCluster cluster = new AcquiredCluster();

    @Test
    void leaveNothingInTheContext() throws Exception {
        openUseAndClose("before");
        List<SparkListenerInterface> listeners = listeners();
        StatusStoreTriggers triggers = StatusStoreTriggers.now(cluster.get().sparkContext());
        Set<Object> cached = cached();

        for (int i = 0; i < 3; i++) {
            openUseAndClose("session-" + i);
        }

        assertThat(listeners()).isEqualTo(listeners);
        assertThat(StatusStoreTriggers.now(cluster.get().sparkContext())).isEqualTo(triggers);
        // Spark may drop those of earlier tests meanwhile, whose datasets are garbage.
        assertThat(cached).containsAll(cached());
    }

    /** Return the ids of what is cached. */
    private Set<Object> cached() {
        return Set.copyOf(
                CollectionConverters.asJava(cluster.get().sparkContext().getPersistentRDDs())
                        .keySet());
    }

    private void openUseAndClose(String name) throws Exception {
        SparkSession session = cluster.get().newSession(Map.of(), directory.resolve(name));
        session.range(3).cache().count();
        StreamingQuery stream = session.readStream()
                .format("rate")
                .load()
                .writeStream()
                .format("noop")
                .option(
                        "checkpointLocation",
                        directory.resolve(name + "-checkpoint").toString())
                .start();
        // Later: Spark gives the listeners of a session to the copy of it that a stream makes, and forgets them in its
        // own time.
        session.listenerManager().register(new NoListener());
        cluster.get().closeSession(session);
        assertThat(stream.isActive()).isFalse();
    }

    @Test
    void leaveNothingInTheContextWhenTheyAreRefused() {
        List<SparkListenerInterface> listeners = listeners();

        assertThatThrownBy(() -> cluster.get().newSession(Map.of("spark.sql.shuffle.partitions", "many"), directory))
                .isInstanceOf(UserError.class);
        assertThat(listeners()).isEqualTo(listeners);
    }

    private List<SparkListenerInterface> listeners() {
        return List.copyOf(cluster.get().sparkContext().listenerBus().listeners());
    }

    private static final class NoListener implements QueryExecutionListener {

        @Override
        public void onSuccess(String function, QueryExecution query, long nanos) {}

        @Override
        public void onFailure(String function, QueryExecution query, Exception failure) {}
    }
}
