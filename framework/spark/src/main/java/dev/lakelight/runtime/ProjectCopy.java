package dev.lakelight.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a project's folder, without what is generated, hidden, or too large in all. Nearest files come first. Links would lead what
 * is written through them into the project.
 */
final class ProjectCopy extends SimpleFileVisitor<Path> {

    static final int MOST_FILES = 5_000;
    static final long MOST_BYTES = 64L << 20;

    private static final Set<String> GENERATED = Set.of("target", "node_modules", "__pycache__");
    private static final String MARK_OF_VIRTUAL_ENVIRONMENT = "pyvenv.cfg";

    private final Path project;
    private final Path target;
    private final Path lake;
    private final long mostBytes;
    private @Nullable Path done;
    private int files;
    private long bytes;
    private boolean complete = true;

    ProjectCopy(Path project, Path target, Path lake, long mostBytes) {
        this.project = project;
        this.target = target;
        this.lake = lake;
        this.mostBytes = mostBytes;
    }

    static String incomplete() {
        return "Not all files of the project are in the folder that relative paths lead to: those nearest to the notebook are, up to %d files and %d MB. Bring larger ones into the lake with 'files' in 'given'."
                .formatted(MOST_FILES, MOST_BYTES >> 20);
    }

    /** Return where the copy of a file or folder is, or nothing when that is not of the project. */
    Optional<Path> of(Path path) {
        return path.startsWith(project) ? Optional.of(target.resolve(project.relativize(path))) : Optional.empty();
    }

    /** Bring the files below a folder, and then those below each folder above it. Return whether there is room for all. */
    boolean bring(Path nearest) {
        try {
            Files.createDirectories(of(nearest).orElse(target));

            for (Path folder = nearest; folder != null && folder.startsWith(project); folder = folder.getParent()) {
                Files.walkFileTree(folder, this);
                done = folder;
            }

            return complete;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the project's files to " + target, e);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean isPassedOver = folder.equals(done) || (!folder.equals(project) && isNoSource(folder)) || !complete;
        return isPassedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private boolean isNoSource(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(".")
                || GENERATED.contains(name)
                || lake.startsWith(folder)
                || Files.exists(folder.resolve(MARK_OF_VIRTUAL_ENVIRONMENT));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!Files.isRegularFile(file)) {
            return FileVisitResult.CONTINUE;
        }

        files++;
        bytes += attributes.size();
        complete = files <= MOST_FILES && bytes <= mostBytes;

        if (complete) {
            copy(file, target.resolve(project.relativize(file)));
        }

        return complete ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** What vanishes meanwhile is not there. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    /** A notebook's own version is newer than the project's, until that is changed. */
    private static void copy(Path file, Path copy) throws IOException {
        boolean isThere =
                Files.exists(copy) && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(file)) >= 0;

        if (!isThere) {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
