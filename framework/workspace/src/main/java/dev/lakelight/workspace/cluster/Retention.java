package dev.lakelight.workspace.cluster;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How long terminated clusters are kept. Pinned ones are, always.
 *
 * @param allPurpose how many that users have made
 * @param ofJobs how many that were made for runs
 */
record Retention(Duration time, int allPurpose, int ofJobs) {

    /** As older documentation of Databricks has it. */
    static final Retention DEFAULT = new Retention(Duration.ofDays(30), 70, 30);

    List<ClusterRecord> expired(List<ClusterRecord> all, long now) {
        return Stream.concat(expired(all, false, allPurpose, now), expired(all, true, ofJobs, now))
                .toList();
    }

    private Stream<ClusterRecord> expired(List<ClusterRecord> all, boolean ofJob, int most, long now) {
        List<ClusterRecord> terminated = all.stream()
                .filter(cluster ->
                        cluster.state() == ClusterState.TERMINATED && !cluster.pinned() && !cluster.isWarehouse())
                .filter(cluster -> cluster.isOfJob() == ofJob)
                .sorted(Comparator.comparing(Retention::end).reversed())
                .toList();
        return terminated.stream()
                .filter(cluster -> terminated.indexOf(cluster) >= most || now - end(cluster) > time.toMillis());
    }

    private static long end(ClusterRecord cluster) {
        return Objects.requireNonNullElse(cluster.terminated(), cluster.startTime());
    }
}
