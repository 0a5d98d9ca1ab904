package dev.lakelight.runtime;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a machine has or has not. */
final class ConformanceNeeds {

    private ConformanceNeeds() {}

    static boolean isThere(String what) {
        return switch (what) {
            case "shell" -> Files.isExecutable(Path.of("/bin/sh"));
            default -> throw new IllegalArgumentException("nobody knows how to look for " + what);
        };
    }
}
