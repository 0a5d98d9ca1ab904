package dev.lakelight.workspace.volumes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The volumes that there are: those whose folder is there. Statements on clusters make and drop folders as well, and know nothing of the
 * store, which has what is said of a volume besides.
 */
final class Volumes {

    private final VolumeStore store;
    private final Path root;

    Volumes(VolumeStore store, Path root) {
        this.store = store;
        this.root = root;
    }

    boolean exists(VolumeName name) {
        return Files.isDirectory(name.path().in(root), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Return what is known of a volume.
     *
     * @param finder becomes the owner of one that a statement made
     */
    Optional<VolumeInfo> find(VolumeName name, String finder) {
        if (!exists(name)) {
            return Optional.empty();
        }

        Optional<VolumeInfo> known = store.find(name);

        if (known.isPresent()) {
            return known;
        }

        boolean unused = store.create(name, null, finder);
        return store.find(name);
    }

    /** Return those of a schema, by name. */
    List<VolumeInfo> list(String catalog, String schema, String finder) {
        Path folder = new VolumeName(catalog, schema, "any").path().parent().in(root);

        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }

        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(VolumeName::isName)
                    .sorted()
                    .flatMap(name -> find(new VolumeName(catalog, schema, name), finder).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
