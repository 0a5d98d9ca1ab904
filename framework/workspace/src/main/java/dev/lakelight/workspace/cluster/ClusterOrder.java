package dev.lakelight.workspace.cluster;

import dev.lakelight.workspace.api.Parameters;
import java.util.Comparator;

/** The order in which clusters are listed. */
final class ClusterOrder {

    /** Pinned ones first, then by what they do, those that run before others; the newest first. */
    private static final Comparator<ClusterRecord> DEFAULT = Comparator.comparing(ClusterRecord::pinned)
            .reversed()
            .thenComparing(cluster -> cluster.state() == ClusterState.TERMINATED)
            .thenComparing(Comparator.comparing(ClusterRecord::startTime).reversed());

    private ClusterOrder() {}

    static Comparator<ClusterRecord> of(Parameters query) {
        boolean isByName = query.optionalText("sort_by.field").orElse("").equals("CLUSTER_NAME");
        boolean isDescending =
                query.optionalText("sort_by.direction").orElse("").equals("DESC");
        Comparator<ClusterRecord> byName =
                Comparator.comparing(cluster -> cluster.spec().name());
        return !isByName ? DEFAULT : isDescending ? byName.reversed() : byName;
    }
}
