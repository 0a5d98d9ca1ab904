package dev.lakelight.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mounts of a lake, in a file beside its files: executors, which are processes of their own, find the same. A line has a mount,
 * its parts encoded as in URLs. One process writes; others read what is whole.
 */
final class MountTable {

    private static final String FILE = "mounts";

    private final Path file;

    MountTable(Path files) {
        this.file = files.resolveSibling(FILE);
    }

    List<Mount> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(MountTable::parsed).toList()
                    : List.of();
        } catch (NoSuchFileException droppedMeanwhile) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mounts of the lake", e);
        }
    }

    /** Return where a path of DBFS leads to when it is at or below a mount point; the nearest one counts. */
    Optional<String> sourceOf(String path) {
        return all().stream()
                .filter(mount -> mount.covers(path))
                .max(Comparator.comparingInt(mount -> mount.point().length()))
                .map(mount -> mount.sourceOf(path));
    }

    void write(List<Mount> mounts) throws IOException {
        Path written = file.resolveSibling(FILE + ".new");
        Files.write(written, mounts.stream().map(MountTable::line).toList());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(Mount mount) {
        return Stream.of(mount.point(), mount.source(), mount.encryptionType())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    private static Mount parsed(String line) {
        List<String> parts = Stream.of(line.split(" ", -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        return new Mount(parts.get(0), parts.get(1), parts.get(2));
    }
}
