package dev.lakelight.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mount points of a lake, in the order in which they were made. What is at and below a mount point is what is at the source in
 * the same lake, whichever way it is read or written. Thread-safe.
 */
public final class LakeMounts {

    /** Several runs on a lake may mount at the same time. */
    private static final Object LOCK = new Object();

    private final LakePaths paths;
    private final MountTable table;

    /**
     * Create the mounts of a lake.
     *
     * @param files folder of the lake's files, absolute
     */
    public LakeMounts(Path files) {
        this.paths = new LakePaths(files, files);
        this.table = new MountTable(files);
    }

    /** Return all mounts. */
    public List<Mount> all() {
        return table.all();
    }

    /**
     * Mount storage. What a test has put below the mount point before is moved to the source, unless there is such a file.
     *
     * @throws IllegalArgumentException when something is mounted there
     * @throws dev.lakelight.problem.UserError when the source leads nowhere in the lake
     */
    public void add(Mount mount) {
        synchronized (LOCK) {
            List<Mount> mounts = new ArrayList<>(all());

            if (mounts.stream().anyMatch(each -> each.point().equals(mount.point()))) {
                throw new IllegalArgumentException(
                        "Directory already mounted: %s. Unmount it before, or ask dbutils.fs.mounts() whether it is."
                                .formatted(mount.point()));
            }

            mounts.add(mount);
            write(mounts, () -> connect(mount));
        }
    }

    /**
     * Remove a mount point. Files stay at the source.
     *
     * @throws IllegalArgumentException when nothing is mounted there
     */
    public void remove(String point) {
        synchronized (LOCK) {
            List<Mount> mounts = new ArrayList<>(all());

            if (!mounts.removeIf(mount -> mount.point().equals(point))) {
                throw new IllegalArgumentException("Directory not mounted: %s. Mounted are: %s."
                        .formatted(point, mounts.stream().map(Mount::point).toList()));
            }

            write(mounts, () -> deleteEmptyFolders(paths.unmounted(point)));
        }
    }

    /**
     * Mount other storage at a mount point.
     *
     * @throws IllegalArgumentException when nothing is mounted there
     */
    public void replace(Mount mount) {
        synchronized (LOCK) {
            paths.unmounted(mount.source());
            remove(mount.point());
            add(mount);
        }
    }

    private void write(List<Mount> mounts, FileWork work) {
        try {
            work.run();
            table.write(mounts);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot change the mounts of the lake", e);
        }
    }

    private void connect(Mount mount) throws IOException {
        Path source = Files.createDirectories(paths.unmounted(mount.source()));
        Path point = Files.createDirectories(paths.unmounted(mount.point()));
        move(point, source);
        deleteEmptyFolders(point);
        // Listed as a folder of the one above it.
        Files.createDirectories(point);
    }

    private static void move(Path from, Path to) throws IOException {
        try (Stream<Path> walked = Files.walk(from)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());

                if (!Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.move(file, target);
                }
            }
        }
    }

    private static void deleteEmptyFolders(Path top) throws IOException {
        if (!Files.isDirectory(top)) {
            return;
        }

        try (Stream<Path> walked = Files.walk(top)) {
            for (Path folder : walked.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                deleteIfEmpty(folder);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                return;
            }
        }

        Files.delete(folder);
    }

    /** Work on files. */
    @FunctionalInterface
    private interface FileWork {

        void run() throws IOException;
    }
}
