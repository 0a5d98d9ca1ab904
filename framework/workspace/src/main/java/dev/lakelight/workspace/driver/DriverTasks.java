package dev.lakelight.workspace.driver;

import dev.lakelight.configuration.SecretSpec;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskValues;
import dev.lakelight.lake.Lake;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.ModuleRunJson;
import dev.lakelight.runtime.Tasks;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs tasks on the lake of a driver. */
final class DriverTasks {

    private static final String WORKSPACE = "/Workspace/";

    /** With this setting of a cluster, sessions on Databricks begin in a catalog. */
    private static final String INITIAL_CATALOG = "spark.databricks.sql.initial.catalog.namespace";

    private final Lake lake;
    private final DriverOrder driver;

    DriverTasks(Lake lake, DriverOrder driver) {
        this.lake = lake;
        this.driver = driver;
    }

    TaskResult run(TaskOrder order) throws IOException {
        TaskValues values = new TaskValues();
        TaskAttempt attempt = order.attempt(values);

        try (URLClassLoader loader = new URLClassLoader(jars(order), classLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            ModuleRun run = Tasks.in(lake).run(attempt, surroundings(order));
            return new TaskResult(ModuleRunJson.write(run), values.all());
        }
    }

    private static ClassLoader classLoader() {
        return Thread.currentThread().getContextClassLoader();
    }

    private Tasks.Surroundings surroundings(TaskOrder order) {
        Path root = Path.of(order.place().root());
        Path copies = Path.of(driver.scratchFolder()).resolve("roots").resolve(Integer.toHexString(root.hashCode()));
        List<SecretSpec> secrets = order.place().secrets().stream()
                .map(secret ->
                        new SecretSpec(secret.scope(), secret.key(), new SecretSpec.Source.Value(secret.value()), null))
                .toList();
        Map<String, String> tags = Map.of("user", order.place().user(), "clusterId", driver.clusterId());
        return new Tasks.Surroundings(ProjectFiles.of(root, List.of()), copies, settings(), secrets, tags);
    }

    private Map<String, String> settings() {
        String catalog = driver.sparkSettings().get(INITIAL_CATALOG);
        return catalog == null ? Map.of() : Map.of("spark.sql.defaultCatalog", catalog);
    }

    /** Executors get them as well, and keep them until the cluster ends. */
    private URL[] jars(TaskOrder order) {
        return order.place().jars().stream().map(this::jar).map(this::shared).toArray(URL[]::new);
    }

    private Path jar(String library) {
        Path file = library.startsWith(WORKSPACE)
                ? Path.of(driver.workspaceFolder())
                        .resolve(library.substring(WORKSPACE.length()))
                        .normalize()
                : lake.path(library);

        if (!Files.isRegularFile(file)) {
            throw new UserError("The library %s does not exist. Upload it to DBFS, to a volume or to the workspace."
                    .formatted(library));
        }

        return file;
    }

    private URL shared(Path jar) {
        lake.session().sparkContext().addJar(jar.toUri().toString());

        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("no URL of the file " + jar, e);
        }
    }
}
