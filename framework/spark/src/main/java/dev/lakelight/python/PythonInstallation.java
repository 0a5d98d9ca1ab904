package dev.lakelight.python;

import dev.lakelight.problem.EnvironmentError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Python of this machine.
 *
 * @param command its file
 * @param version such as {@code 3.11.7}
 * @param pyspark version of its PySpark, or null when it has none
 */
public record PythonInstallation(
        String command, String version, @Nullable String pyspark) {

    /** System property that names the file of the Python that runs cells. */
    static final String PROPERTY = "lakelight.python";

    private static final Logger LOG = LoggerFactory.getLogger(PythonInstallation.class);

    /** What has been found in this JVM, by the version of Spark and the property. */
    private static final Map<String, PythonInstallation> FOUND = new ConcurrentHashMap<>();

    /**
     * Return the Python that the property {@code lakelight.python} names, else {@code python3} of the PATH, else {@code python}. It
     * is asked for its versions once in a JVM.
     *
     * @param sparkVersion of the cluster; PySpark's major version is the same
     * @throws EnvironmentError when there is none, it has no PySpark, or that of another major version; the message has no subject
     *     and begins with a small letter
     */
    public static PythonInstallation find(String sparkVersion) {
        String named = System.getProperty(PROPERTY, "").strip();
        return FOUND.computeIfAbsent(sparkVersion + " " + named, key -> search(named, sparkVersion));
    }

    private static PythonInstallation search(String named, String sparkVersion) {
        PythonInstallation found = named.isEmpty() ? onPath(sparkVersion) : named(named);
        found.require(sparkVersion);
        return found;
    }

    private static PythonInstallation onPath(String sparkVersion) {
        return Stream.of("python3", "python")
                .flatMap(command -> PythonProbe.ask(command).stream())
                .findFirst()
                .orElseThrow(() -> PythonMessages.nonePresent(sparkVersion));
    }

    private static PythonInstallation named(String command) {
        return PythonProbe.ask(command).orElseThrow(() -> PythonMessages.notPython(command));
    }

    /** Complain when it cannot work with a version of Spark, and warn when only its functions cannot. */
    void require(String sparkVersion) {
        if (pyspark == null) {
            throw PythonMessages.noPySpark(this, sparkVersion);
        }

        if (!parts(pyspark, 1).equals(parts(sparkVersion, 1))) {
            throw PythonMessages.otherVersion(this, pyspark, sparkVersion);
        }

        if (!runsFunctions(sparkVersion)) {
            LOG.warn(
                    "{} has PySpark {}, and the cluster runs Spark {}: Python functions cannot run on executors.",
                    describe(),
                    pyspark,
                    sparkVersion);
        }
    }

    /** Return whether Python functions run on executors: those of two minor versions do not understand each other. */
    public boolean runsFunctions(String sparkVersion) {
        return pyspark != null && parts(pyspark, 2).equals(parts(sparkVersion, 2));
    }

    private static String parts(String version, int count) {
        return String.join(".", Stream.of(version.split("\\.")).limit(count).toList());
    }

    String describe() {
        return "%s (Python %s)".formatted(command, version);
    }
}
