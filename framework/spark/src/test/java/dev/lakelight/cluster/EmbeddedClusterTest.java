package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {

    @TempDir
    private Path directory;

    @RegisterExtension
    final AcquiredCluster cluster = new AcquiredCluster();

    @Test
    void sessionsInParallelHaveTablesOfTheSameName() {
        List<String> names = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> nameIn("session-" + i, "customer " + i)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(names).containsExactly("[customer 0]", "[customer 1]", "[customer 2]");
        assertThat(directory.resolve("session-1/silver.db/customers/_delta_log"))
                .isDirectory();
    }

    private String nameIn(String warehouse, String name) {
        SparkSession session = open(warehouse);
        session.sql("CREATE SCHEMA silver");
        session.sql("CREATE TABLE silver.customers AS SELECT '" + name + "' AS name");
        List<String> rows = rows(session, "SELECT name FROM silver.customers");
        cluster.get().closeSession(session);
        return rows.get(0);
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

        cluster.get().closeSession(left);
        cluster.get().closeSession(right);
    }

    @Test
    void theBuilderReturnsTheActiveSession() {
        SparkSession session = open("session");
        SparkSession.setActiveSession(session);

        assertThat(SparkSession.builder().getOrCreate()).isSameAs(session);

        cluster.get().closeSession(session);
        assertThat(SparkSession.getActiveSession().isDefined()).isFalse();
    }

    @Test
    void aSessionCanHaveStaticSettingsOfItsOwn() {
        SparkSession session = cluster.get()
                .newSession(
                        Map.of("spark.sql.ansi.enabled", "false", "spark.sql.globalTempDatabase", "everyone"),
                        directory.resolve("session"));

        assertThat(rows(session, "SELECT CAST('x' AS INT)")).containsExactly("[null]");
        session.sql("CREATE GLOBAL TEMPORARY VIEW v AS SELECT 1");
        assertThat(rows(session, "SELECT * FROM everyone.v")).containsExactly("[1]");
        cluster.get().closeSession(session);
    }

    @Test
    void refusesSettingsThatOnlyAClusterCanHave() {
        assertThatThrownBy(() -> cluster.get().newSession(Map.of("spark.executor.memory", "2g"), directory))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "Setting spark.executor.memory counts for a whole cluster, a session cannot have its own. Set it in"
                                + " @SparkCluster(settings = …), in lakelight-spark.properties or as a system property.");
    }

    @Test
    void refusesSettingsWithAWrongValue() {
        assertThatThrownBy(() -> cluster.get().newSession(Map.of("spark.sql.shuffle.partitions", "many"), directory))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Cannot open a session with the settings [spark.sql.shuffle.partitions]: ")
                .hasMessageContaining("'many'");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(cluster.get().sparkContext().env().rpcEnv().address().host()).isEqualTo("127.0.0.1");
        assertThat(cluster.get().sparkContext().ui().isEmpty()).isTrue();
    }

    @Test
    void whoAsksForTheSameSharesIt() {
        try (Cluster same = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            assertThat(same.sparkContext()).isSameAs(cluster.get().sparkContext());
        }
    }

    private SparkSession open(String name) {
        return cluster.get().newSession(Map.of(), directory.resolve(name));
    }

    private static List<String> rows(SparkSession session, String query) {
        return session.sql(query).collectAsList().stream().map(Row::toString).toList();
    }
}
