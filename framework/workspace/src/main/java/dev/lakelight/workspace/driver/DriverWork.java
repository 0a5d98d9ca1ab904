package dev.lakelight.workspace.driver;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeHome;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.secret.KnownSecrets;
import dev.lakelight.workspace.driver.DriverMessage.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkThrowable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cluster and the lake of a driver, and what is done on them. */
final class DriverWork {

    private static final Logger LOG = LoggerFactory.getLogger(DriverWork.class);

    private final DriverTasks tasks;
    private final DriverStatements statements;

    private DriverWork(DriverTasks tasks, DriverStatements statements) {
        this.tasks = tasks;
        this.statements = statements;
    }

    /** Cluster and lake are ended with the JVM: they are its own. */
    static DriverWork start(DriverOrder order) {
        Cluster cluster = Clusters.ofThisJvm().acquire(specification(order));
        LakeHome home = new LakeHome(Path.of(order.lakeFolder()), Path.of(order.filesFolder()));
        ProjectFiles files = ProjectFiles.of(Path.of(order.workspaceFolder()), List.of());
        Lake lake = Lake.open(cluster, LakeOptions.named("workspace", files).at(home));
        return new DriverWork(new DriverTasks(lake, order), new DriverStatements(lake));
    }

    private static ClusterSpec specification(DriverOrder order) {
        ClusterSpec spec = order.executors() == 0
                ? ClusterSpec.embedded()
                : ClusterSpec.processes(order.executors()).withMemoryMegabytes(order.executorMegabytes());
        Map<String, String> settings = new HashMap<>(order.sparkSettings());
        settings.put(AuditRelation.STATE, order.stateFolder());
        return spec.withSettings(settings);
    }

    Object run(DriverMessage message) throws Exception {
        return message.kind() == Kind.TASK
                ? tasks.run(DriverWire.read(message.body(), TaskOrder.class))
                : statements.run(DriverWire.read(message.body(), StatementOrder.class));
    }

    DriverProblem problem(Throwable failure) {
        LOG.debug("A request has failed", failure);
        String state =
                failure instanceof SparkThrowable spark && spark.getSqlState() != null ? spark.getSqlState() : "";
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new DriverProblem(KnownSecrets.ofThisJvm().redact(message), state);
    }
}
