package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.launch.FileTree;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.driver.Driver;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All clusters of a workspace. */
public final class Clusters implements TaskClusters, AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_LETTERS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClusterParts parts;
    private final ClusterSecurity security;
    private final Map<String, ClusterLife> lives = new ConcurrentHashMap<>();

    Clusters(ClusterParts parts, ClusterSecurity security) {
        this.parts = parts;
        this.security = security;
    }

    /** Take note that those which ran when the workspace ended run no longer: their drivers have ended with it. */
    void recover() {
        parts.store().all().stream()
                .filter(cluster -> cluster.state() != ClusterState.TERMINATED)
                .forEach(cluster -> {
                    parts.store().terminating(cluster.id(), Termination.workspaceEnded());
                    parts.events()
                            .add(cluster.id(), EventType.TERMINATING, Map.of("reason", Termination.workspaceEnded()));
                    parts.store().terminated(cluster.id());
                });
    }

    ClusterParts parts() {
        return parts;
    }

    ClusterSecurity security() {
        return security;
    }

    ClusterLife life(String id) {
        return lives.computeIfAbsent(id, key -> new ClusterLife(key, parts));
    }

    /** Make a cluster and start it. */
    ClusterLife create(ClusterSpecification specification, String source, String creator) {
        String id = newId();
        parts.store().create(id, source, creator, specification);
        ClusterLife life = life(id);
        life.start(EventType.CREATING, creator);
        return life;
    }

    private String newId() {
        StringBuilder id =
                new StringBuilder(TIME.format(Instant.ofEpochMilli(parts.clock().millis()))).append('-');

        for (int i = 0; i < RANDOM_LETTERS; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }

        return id.toString();
    }

    /** Forget a cluster for ever; it is terminated first. */
    void delete(String id, String user) throws InterruptedException {
        ClusterLife life = life(id);
        life.terminate(Termination.byUser(user));
        life.awaitEnd();
        parts.store().delete(id);
        lives.remove(id);
        FileTree.delete(parts.folders().of(id));
    }

    /** Terminate those that nobody uses, and forget those that were terminated long ago. */
    void clean(Retention retention) {
        List<ClusterRecord> all = parts.store().all();
        all.stream()
                .filter(cluster -> cluster.state() == ClusterState.RUNNING)
                .forEach(cluster -> life(cluster.id()).terminateWhenIdle());
        retention.expired(all, parts.clock().millis()).forEach(cluster -> {
            parts.store().delete(cluster.id());
            lives.remove(cluster.id());
            FileTree.delete(parts.folders().of(cluster.id()));
        });
    }

    @Override
    public TaskCluster existing(String clusterId, Principal runAs) throws InterruptedException {
        ClusterRecord cluster = parts.store().cluster(clusterId);
        boolean isOff = cluster.state() == ClusterState.TERMINATED || cluster.state() == ClusterState.TERMINATING;
        security.require(runAs, cluster, isOff ? PermissionLevel.CAN_RESTART : PermissionLevel.CAN_ATTACH_TO);
        Driver driver = running(clusterId, runAs.name());
        return new RunCluster(life(clusterId), parts, driver, () -> {});
    }

    /** Return the driver of a cluster, which is started if need be. */
    public Driver running(String clusterId, String user) throws InterruptedException {
        ClusterLife life = life(clusterId);
        life.awaitEnd();

        try {
            if (parts.store().get(clusterId).state() == ClusterState.TERMINATED) {
                life.start(EventType.STARTING, user);
            }
        } catch (ApiException e) {
            // Someone else has started it meanwhile, or it is gone, which is seen next.
        }

        return life.await();
    }

    @Override
    public TaskCluster forRun(JsonNode newCluster, long runId, Principal runAs) throws InterruptedException {
        ObjectNode named = ClusterSpecification.of(newCluster).json().deepCopy();

        if (!named.hasNonNull("cluster_name")) {
            named.put("cluster_name", "job-run-" + runId);
        }

        ClusterLife life = create(ClusterSpecification.of(named), ClusterRecord.OF_JOB, runAs.name());
        Runnable end = () -> life.terminate(Termination.jobFinished());

        try {
            return new RunCluster(life, parts, life.await(), end);
        } catch (InterruptedException | RuntimeException e) {
            end.run();
            throw e;
        }
    }

    @Override
    public void requireValid(JsonNode newCluster) {
        ClusterSpecification unused = ClusterSpecification.of(newCluster);
    }

    /** Terminate all. */
    @Override
    public void close() {
        List<ClusterLife> all = List.copyOf(lives.values());
        all.forEach(life -> life.terminateIfThere(Termination.workspaceEnded()));

        try {
            for (ClusterLife life : all) {
                life.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
