package dev.lakelight.python;

import dev.lakelight.cluster.ClusterFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.apache.spark.SparkContext;

/** Puts the Python side where Python finds it: into the folder of the cluster, once for all runs. */
final class PythonFiles {

    static final List<String> MODULES =
            List.of("__init__", "bridge", "cells", "dbutils", "display", "kernel", "lines", "main", "session");

    private static final String PACKAGE = "lakelight";

    private PythonFiles() {}

    /** Return the folder that Python is to have in its path. */
    static synchronized Path of(SparkContext context) {
        Path folder = ClusterFiles.folder(context, "python");

        if (!Files.exists(folder)) {
            write(folder);
        }

        return folder;
    }

    static void write(Path folder) {
        try {
            Path target = Files.createDirectories(folder.resolve(PACKAGE));

            for (String module : MODULES) {
                copy(PACKAGE + "/" + module + ".py", target.resolve(module + ".py"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write what Python cells need to " + folder, e);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(PythonFiles.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
