package dev.lakelight.project;

import dev.lakelight.problem.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposes an existing file in place of one that does not exist. */
final class NearestFile {

    private NearestFile() {}

    /** Return a line that proposes a file of a similar name beside one of the places, or nothing. */
    static String suggestion(ProjectFiles files, List<Path> places) {
        return places.stream()
                .flatMap(place -> beside(place).stream())
                .findFirst()
                .map(near -> "\nPerhaps you mean '%s'.".formatted(files.relative(near)))
                .orElse("");
    }

    private static Optional<Path> beside(Path place) {
        Path folder = place.getParent();
        Path name = place.getFileName();
        return folder == null || name == null
                ? Optional.empty()
                : NearestName.to(name.toString(), namesIn(folder)).map(folder::resolve);
    }

    private static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }

        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::getFileName).map(Path::toString).sorted().toList();
        } catch (IOException unreadable) {
            // Only a hint is lost; the message that it belongs to says what is wrong.
            return List.of();
        }
    }
}
