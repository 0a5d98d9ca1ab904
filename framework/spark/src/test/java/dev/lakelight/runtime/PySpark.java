package dev.lakelight.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.python.PythonInstallation;
import org.apache.spark.sql.SparkSession;

/** Skips tests, with the reason, where no Python can run cells. */
public final class PySpark {

    private PySpark() {}

    /** Skip the test unless Python can run cells. */
    public static void assumePresent(SparkSession session) {
        try {
            PythonInstallation.find(session.version());
        } catch (EnvironmentError e) {
            assumeTrue(false, "Python cells cannot run: " + e.getMessage());
        }
    }

    static void assumeFunctions(SparkSession session) {
        assumePresent(session);
        assumeTrue(
                PythonInstallation.find(session.version()).runsFunctions(session.version()),
                "Python functions cannot run on executors: PySpark is not that of Spark " + session.version());
    }
}
