package dev.lakelight.runtime;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.python.PythonInstallation;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a machine has or has not. */
final class ConformanceNeeds {

    private ConformanceNeeds() {}

    static boolean isThere(String what, String sparkVersion) {
        return switch (what) {
            case "python" -> hasPython(sparkVersion);
            case "shell" -> Files.isExecutable(Path.of("/bin/sh"));
            default -> throw new IllegalArgumentException("nobody knows how to look for " + what);
        };
    }

    private static boolean hasPython(String sparkVersion) {
        try {
            PythonInstallation.find(sparkVersion);
            return true;
        } catch (EnvironmentError absent) {
            return false;
        }
    }
}
