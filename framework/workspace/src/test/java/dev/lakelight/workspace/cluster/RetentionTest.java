package dev.lakelight.workspace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final long NOW = Duration.ofDays(1000).toMillis();
    private static final Retention RETENTION = new Retention(Duration.ofDays(30), 3, 2);

    private static ClusterRecord cluster(String id, String source, ClusterState state, long age, boolean pinned) {
        return new ClusterRecord(
                id,
                source,
                "grace",
                JsonNodeFactory.instance.objectNode(),
                state,
                "",
                null,
                0,
                0,
                NOW - age,
                null,
                NOW - age,
                state == ClusterState.TERMINATED ? NOW - age : null,
                pinned);
    }

    private static List<String> expired(List<ClusterRecord> all) {
        return RETENTION.expired(all, NOW).stream().map(ClusterRecord::id).toList();
    }

    @Test
    void keepsSoManyOfEachKindThoseThatEndedLast() {
        List<ClusterRecord> all = new ArrayList<>();

        for (int i = 0; i < 5; i++) {
            all.add(cluster("api-" + i, "API", ClusterState.TERMINATED, i, false));
            all.add(cluster("job-" + i, "JOB", ClusterState.TERMINATED, i, false));
        }

        assertThat(expired(all)).containsExactly("api-3", "api-4", "job-2", "job-3", "job-4");
    }

    @Test
    void forgetsThoseThatEndedLongAgo() {
        long old = Duration.ofDays(30).toMillis() + 1;

        assertThat(expired(List.of(
                        cluster("young", "API", ClusterState.TERMINATED, old - 1, false),
                        cluster("old", "API", ClusterState.TERMINATED, old, false))))
                .containsExactly("old");
    }

    @Test
    void keepsWhatIsPinnedRunsOrIsAWarehouse() {
        long old = Duration.ofDays(300).toMillis();

        assertThat(expired(List.of(
                        cluster("pinned", "API", ClusterState.TERMINATED, old, true),
                        cluster("running", "JOB", ClusterState.RUNNING, old, false),
                        cluster("warehouse", "SQL", ClusterState.TERMINATED, old, false))))
                .isEmpty();
    }

    @Test
    void keepsByDefaultAsManyAsDatabricks() {
        assertThat(Retention.DEFAULT).isEqualTo(new Retention(Duration.ofDays(30), 70, 30));
    }
}
