package dev.lakelight.benchmark.process;

import java.nio.file.Path;
import java.util.List;

/** How a JVM is started. */
public record JvmSetup(List<String> options, List<Path> classPath) {

    public JvmSetup {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
    }
}
