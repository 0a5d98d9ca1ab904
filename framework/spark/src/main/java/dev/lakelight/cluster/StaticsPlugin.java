package dev.lakelight.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the classes of notebook cells on executor processes their variables before each task. Made by Spark. */
public final class StaticsPlugin implements SparkPlugin {

    private static final Logger LOG = LoggerFactory.getLogger(StaticsPlugin.class);
    private static final int CANNOT_SET_VARIABLES = 70;

    /** Create it. */
    public StaticsPlugin() {}

    @Override
    public @Nullable DriverPlugin driverPlugin() {
        return null;
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new OfExecutor();
    }

    private static final class OfExecutor implements ExecutorPlugin {

        /** What was read last, by its folder. */
        private final Map<Path, Path> installed = new HashMap<>();

        @Override
        public void onTaskStart() {
            String snapshot = TaskContext.get().getLocalProperty(SharedStatics.SNAPSHOT);

            if (snapshot != null) {
                install(Path.of(snapshot));
            }
        }

        private synchronized void install(Path snapshot) {
            Path folder = Objects.requireNonNull(snapshot.getParent());

            if (snapshot.equals(installed.get(folder))) {
                return;
            }

            try {
                StaticFields.install(
                        Files.readAllBytes(snapshot), Thread.currentThread().getContextClassLoader());
                installed.put(folder, snapshot);
            } catch (IOException | ReflectiveOperationException | RuntimeException e) {
                // Spark would log it and run the task, with variables of an earlier stage. A lost executor is noticed.
                LOG.error("Cannot set the variables of cells from {}; this executor ends", snapshot, e);
                Runtime.getRuntime().halt(CANNOT_SET_VARIABLES);
            }
        }
    }
}
