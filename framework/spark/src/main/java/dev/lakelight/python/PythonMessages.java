package dev.lakelight.python;

import dev.lakelight.problem.EnvironmentError;

/** What users are told when there is no Python that can run their cells. */
final class PythonMessages {

    private static final String OR_NAME_ONE =
            "or name another one with -D" + PythonInstallation.PROPERTY + "=/path/to/python3.";

    private PythonMessages() {}

    static EnvironmentError nonePresent(String sparkVersion) {
        return new EnvironmentError(
                "neither python3 nor python on the PATH is a Python 3. Install Python 3, and PySpark with 'python3 -m pip install pyspark==%s', %s"
                        .formatted(sparkVersion, OR_NAME_ONE));
    }

    static EnvironmentError notPython(String command) {
        return new EnvironmentError(
                "the property %s is '%s', which cannot be started or is no Python 3. Name the file of a Python 3 that has PySpark."
                        .formatted(PythonInstallation.PROPERTY, command));
    }

    static EnvironmentError noPySpark(PythonInstallation python, String sparkVersion) {
        return new EnvironmentError(
                "%s has no PySpark. %s".formatted(python.describe(), install(python, sparkVersion)));
    }

    static EnvironmentError otherVersion(PythonInstallation python, String pyspark, String sparkVersion) {
        return new EnvironmentError("%s has PySpark %s, and the cluster runs Spark %s. %s"
                .formatted(python.describe(), pyspark, sparkVersion, install(python, sparkVersion)));
    }

    private static String install(PythonInstallation python, String sparkVersion) {
        return "Install it with '%s -m pip install pyspark==%s', %s"
                .formatted(python.command(), sparkVersion, OR_NAME_ONE);
    }
}
