package dev.lakelight.junit.engine;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.python.PythonInstallation;
import dev.lakelight.scenario.Requirement;
import java.util.List;
import java.util.Optional;
import org.apache.spark.package$;

/** Tells whether this machine has what tests require. */
final class Requirements {

    private Requirements() {}

    /** Return why a test cannot be run here, or nothing when it can. */
    static Optional<String> missing(List<Requirement> required) {
        return required.stream()
                .flatMap(requirement -> missing(requirement).stream())
                .findFirst();
    }

    private static Optional<String> missing(Requirement requirement) {
        return switch (requirement) {
            case PYTHON -> missingPython();
        };
    }

    private static Optional<String> missingPython() {
        try {
            PythonInstallation.find(package$.MODULE$.SPARK_VERSION());
            return Optional.empty();
        } catch (EnvironmentError e) {
            return Optional.of("It requires python, but " + e.getMessage());
        }
    }
}
