package dev.lakelight.path;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lake that a path is used in. What Spark does for a session carries its settings in Hadoop's configuration, to executors
 * too. {@code SparkContext.textFile} and its like do not: they know the context only. There the task tells the lake, or the thread.
 */
final class KnownLake {

    private KnownLake() {}

    /** Return the lake of the session that a file system was made for. */
    static Optional<LakePaths> ofSession(@Nullable Configuration configuration) {
        return of(name -> configuration == null ? null : configuration.get(name));
    }

    /** Return the lake of the place in the code: others may follow in the same file system. */
    static Optional<LakePaths> ofPlace() {
        return ofTask().or(KnownLake::ofThread);
    }

    private static Optional<LakePaths> ofTask() {
        return Optional.ofNullable(TaskContext.get()).flatMap(task -> of(task::getLocalProperty));
    }

    private static Optional<LakePaths> ofThread() {
        scala.Option<SparkSession> session = SparkSession.getActiveSession();
        return session.isEmpty()
                ? Optional.empty()
                : of(name -> session.get().conf().getOption(name).getOrElse(() -> null));
    }

    private static Optional<LakePaths> of(UnaryOperator<@Nullable String> settings) {
        String files = settings.apply(LakePaths.FILES_SETTING);
        String project = settings.apply(LakePaths.PROJECT_SETTING);
        String roots = settings.apply(LakePaths.ROOTS_SETTING);
        return files == null || project == null
                ? Optional.empty()
                : Optional.of(new LakePaths(Path.of(files), Path.of(project), roots == null ? "" : roots));
    }
}
