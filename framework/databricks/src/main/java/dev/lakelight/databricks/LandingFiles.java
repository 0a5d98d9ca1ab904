package dev.lakelight.databricks;

import dev.lakelight.databricks.api.RemoteFiles;
import dev.lakelight.databricks.suite.Seed;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts files where a test finds them.
 *
 * @param files of the workspace
 * @param folder of the test in a volume
 */
record LandingFiles(RemoteFiles files, String folder) {

    void put(Seed.Landing landing) {
        String target = folder + "/" + landing.target();

        for (Path file : filesOf(landing.source())) {
            String below = landing.source().relativize(file).toString().replace('\\', '/');
            files.upload(file, below.isEmpty() ? target : target + "/" + below);
        }
    }

    private static List<Path> filesOf(Path source) {
        try (Stream<Path> entries = Files.walk(source)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new EnvironmentError("Cannot list the files of %s: %s".formatted(source, e), e);
        }
    }
}
