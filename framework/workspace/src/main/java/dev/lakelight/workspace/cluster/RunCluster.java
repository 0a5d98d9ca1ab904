package dev.lakelight.workspace.cluster;

import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskEnd;
import dev.lakelight.result.ModuleRunJson;
import dev.lakelight.workspace.driver.Driver;
import dev.lakelight.workspace.driver.DriverLost;
import dev.lakelight.workspace.driver.TaskOrder;
import dev.lakelight.workspace.driver.TaskResult;
import java.util.concurrent.atomic.AtomicBoolean;

/** A cluster that runs tasks of one run. */
final class RunCluster implements TaskCluster {

    private final ClusterLife life;
    private final ClusterParts parts;
    private final Driver driver;
    private final Runnable end;
    private final String sparkContextId;
    private final AtomicBoolean closed = new AtomicBoolean();

    RunCluster(ClusterLife life, ClusterParts parts, Driver driver, Runnable end) {
        this.life = life;
        this.parts = parts;
        this.driver = driver;
        this.end = end;
        this.sparkContextId = String.valueOf(parts.store().get(life.id()).sparkContextId());
    }

    @Override
    public String clusterId() {
        return life.id();
    }

    @Override
    public String sparkContextId() {
        return sparkContextId;
    }

    @Override
    public TaskEnd run(TaskAttempt attempt, TaskPlace place) throws InterruptedException {
        TaskOrder order = TaskOrder.of(
                attempt,
                new TaskOrder.Place(
                        place.root().toString(),
                        place.runAs().name(),
                        place.jars(),
                        parts.secrets().of(place.runAs()).stream()
                                .map(secret -> new TaskOrder.Secret(secret.scope(), secret.key(), secret.value()))
                                .toList()));
        life.worked(1);

        try {
            TaskResult result = driver.run(order);
            result.values().forEach(value -> attempt.values().set(value.task(), value.key(), value.json()));
            return new TaskEnd(ModuleRunJson.read(result.run()));
        } catch (DriverLost e) {
            throw new ClusterFailure(String.valueOf(e.getMessage()));
        } finally {
            life.worked(-1);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end.run();
        }
    }
}
