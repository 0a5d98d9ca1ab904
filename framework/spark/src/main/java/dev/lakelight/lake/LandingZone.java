package dev.lakelight.lake;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies files to where pipelines pick them up. A folder's content goes into the target folder. So does a file, under its own
 * name, unless the target ends in the file's extension: then that is its new name.
 */
final class LandingZone {

    private final Lake lake;

    LandingZone(Lake lake) {
        this.lake = lake;
    }

    void copy(LandingFile landing) {
        Path target = lake.path(landing.target());

        try {
            if (Files.isDirectory(landing.source())) {
                copyFolder(landing.source(), target);
            } else {
                copyFile(landing.source(), isRenamed(landing) ? target : target.resolve(fileName(landing.source())));
            }
        } catch (IOException e) {
            throw new EnvironmentError("Cannot copy %s to %s: %s".formatted(landing.source(), target, e), e);
        }
    }

    private static boolean isRenamed(LandingFile landing) {
        String name = fileName(landing.source());
        int dot = name.lastIndexOf('.');
        return dot > 0 && landing.target().endsWith(name.substring(dot));
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void copyFolder(Path source, Path target) throws IOException {
        List<Path> paths;

        try (Stream<Path> walked = Files.walk(source)) {
            paths = walked.filter(Files::isRegularFile).toList();
        }

        Files.createDirectories(target);

        for (Path path : paths) {
            copyFile(path, target.resolve(source.relativize(path).toString()));
        }
    }

    private void copyFile(Path source, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new UserError("%s cannot be put at %s of the lake's files: there is one already."
                    .formatted(
                            lake.projectFiles().relative(source),
                            lake.files().relativize(target).toString().replace('\\', '/')));
        }

        Files.createDirectories(requireNonNull(target.getParent()));
        Files.copy(source, target);
    }
}
