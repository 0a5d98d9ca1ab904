package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {

    @TempDir
    private Path directory;

    private Cluster cluster;

    @BeforeEach
    void acquire() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
    }

    @AfterEach
    void giveBack() {
        SparkSession.clearActiveSession();
        cluster.close();
    }

    @Test
    void sessionsInParallelHaveTablesOfTheSameName() {
        List<String> names = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> {
                    SparkSession session = open("session-" + i);
                    session.sql("CREATE SCHEMA silver");
                    session.sql("CREATE TABLE silver.customers AS SELECT 'customer " + i + "' AS name");
                    List<String> rows = rows(session, "SELECT name FROM silver.customers");
                    cluster.closeSession(session);
                    return rows.get(0);
                })
                .toList();

        assertThat(names).containsExactly("[customer 0]", "[customer 1]", "[customer 2]");
        assertThat(directory.resolve("session-1/silver.db/customers/_delta_log"))
                .isDirectory();
    }

    @Test
    void sessionsShareNeitherViewsNorCachesNorSettings() {
        SparkSession left = open("left");
        SparkSession right = open("right");
        left.sql("CREATE GLOBAL TEMPORARY VIEW everywhere AS SELECT 1");
        left.range(3).cache().count();
        left.conf().set("spark.sql.shuffle.partitions", "7");

        assertThat(right.catalog().tableExists("global_temp.everywhere")).isFalse();
        assertThat(right.sharedState().cacheManager().isEmpty()).isTrue();
        assertThat(right.conf().get("spark.sql.shuffle.partitions")).isNotEqualTo("7");

        cluster.closeSession(left);
        cluster.closeSession(right);
    }

    @Test
    void closedSessionsLeaveNothingInTheContext() throws Exception {
        openUseAndClose("before");
        List<SparkListenerInterface> listeners = listeners();
        StatusStoreTriggers triggers = StatusStoreTriggers.now(cluster.sparkContext());
        int cached = cluster.sparkContext().getPersistentRDDs().size();

        for (int i = 0; i < 3; i++) {
            openUseAndClose("session-" + i);
        }

        assertThat(listeners()).isEqualTo(listeners);
        assertThat(StatusStoreTriggers.now(cluster.sparkContext())).isEqualTo(triggers);
        assertThat(cluster.sparkContext().getPersistentRDDs().size()).isEqualTo(cached);
    }

    private void openUseAndClose(String name) throws Exception {
        SparkSession session = open(name);
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
        cluster.closeSession(session);
        assertThat(stream.isActive()).isFalse();
    }

    @Test
    void theBuilderReturnsTheActiveSession() {
        SparkSession session = open("session");
        SparkSession.setActiveSession(session);

        assertThat(SparkSession.builder().getOrCreate()).isSameAs(session);

        cluster.closeSession(session);
        assertThat(SparkSession.getActiveSession().isDefined()).isFalse();
    }

    @Test
    void aSessionCanHaveStaticSettingsOfItsOwn() {
        SparkSession session = cluster.newSession(
                Map.of("spark.sql.ansi.enabled", "false", "spark.sql.globalTempDatabase", "everyone"),
                directory.resolve("session"));

        assertThat(rows(session, "SELECT CAST('x' AS INT)")).containsExactly("[null]");
        session.sql("CREATE GLOBAL TEMPORARY VIEW v AS SELECT 1");
        assertThat(rows(session, "SELECT * FROM everyone.v")).containsExactly("[1]");
        cluster.closeSession(session);
    }

    @Test
    void refusesSettingsThatOnlyAClusterCanHave() {
        assertThatThrownBy(() -> cluster.newSession(Map.of("spark.executor.memory", "2g"), directory))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "Setting spark.executor.memory counts for a whole cluster, a session cannot have its own. Set it in"
                                + " @SparkCluster(settings = …), in lakelight-spark.properties or as a system property.");
    }

    @Test
    void refusesSettingsWithAWrongValue() {
        List<SparkListenerInterface> listeners = listeners();

        assertThatThrownBy(() -> cluster.newSession(Map.of("spark.sql.shuffle.partitions", "many"), directory))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Cannot open a session with the settings [spark.sql.shuffle.partitions]: ")
                .hasMessageContaining("'many'");
        assertThat(listeners()).isEqualTo(listeners);
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(cluster.sparkContext().env().rpcEnv().address().host()).isEqualTo("127.0.0.1");
        assertThat(cluster.sparkContext().ui().isEmpty()).isTrue();
    }

    @Test
    void whoAsksForTheSameSharesIt() {
        try (Cluster same = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            assertThat(same.sparkContext()).isSameAs(cluster.sparkContext());
        }
    }

    private SparkSession open(String name) {
        return cluster.newSession(Map.of(), directory.resolve(name));
    }

    private List<SparkListenerInterface> listeners() {
        return List.copyOf(cluster.sparkContext().listenerBus().listeners());
    }

    private static List<String> rows(SparkSession session, String query) {
        return session.sql(query).collectAsList().stream().map(Row::toString).toList();
    }

    private static final class NoListener implements QueryExecutionListener {

        @Override
        public void onSuccess(String function, QueryExecution query, long nanos) {}

        @Override
        public void onFailure(String function, QueryExecution query, Exception failure) {}
    }
}
