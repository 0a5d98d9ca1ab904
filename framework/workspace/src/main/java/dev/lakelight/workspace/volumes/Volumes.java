package dev.lakelight.workspace.volumes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The volumes that there are: those whose folder is there. Statements on clusters make and drop folders as well, and know nothing of the
 * store, which has what is said of a volume besides.
 */
final class Volumes {

    /** Unity Catalog's own word for the owner of what no user has made. */
    private static final String OWNER_OF_STATEMENTS = "System user";

    private final VolumeStore store;
    private final Path root;

    Volumes(VolumeStore store, Path root) {
        this.store = store;
        this.root = root;
    }

    boolean exists(VolumeName name) {
        return Files.isDirectory(name.path().in(root), LinkOption.NOFOLLOW_LINKS);
    }

    /** Return what is known of a volume. To look at one changes nothing, whoever looks. */
    Optional<VolumeInfo> find(VolumeName name) {
        return exists(name) ? store.find(name).or(() -> madeByStatement(name)) : Optional.empty();
    }

    /** A driver does not tell who ran a statement, and a folder does not tell who made it. */
    private Optional<VolumeInfo> madeByStatement(VolumeName name) {
        UUID id = UUID.nameUUIDFromBytes(name.fullName().getBytes(StandardCharsets.UTF_8));
        return madeAt(name.path().in(root)).map(time -> VolumeInfo.created(name, id, null, OWNER_OF_STATEMENTS, time));
    }

    /** Nothing when a statement drops it at this moment. */
    private static Optional<Long> madeAt(Path folder) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(attributes.creationTime().toMillis());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return those of a schema, by name. */
    List<VolumeInfo> list(String catalog, String schema) {
        Path folder = new VolumeName(catalog, schema, "any").path().parent().in(root);

        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }

        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(VolumeName::isName)
                    .sorted()
                    .flatMap(name -> find(new VolumeName(catalog, schema, name)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
