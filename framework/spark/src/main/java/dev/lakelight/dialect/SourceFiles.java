package dev.lakelight.dialect;

import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.classic.SparkSession;

/** The files that a {@code COPY INTO} names: of a folder those in it and in its partitions, hidden ones left out. */
final class SourceFiles {

    private final CopyInto.Builder copy;
    private final Configuration configuration;
    private final boolean recursive;

    SourceFiles(SparkSession session, CopyInto.Builder copy) {
        this.copy = copy;
        this.configuration = session.sessionState().newHadoopConf();
        this.recursive = Boolean.parseBoolean(copy.formatOptions.get("recursiveFileLookup"));
    }

    List<FileStatus> list() {
        try {
            List<FileStatus> files = new ArrayList<>();

            for (FileStatus root : roots()) {
                addFiles(root, files);
            }

            files.sort(Comparator.comparing(FileStatus::getPath));
            return files;
        } catch (IOException e) {
            throw new UserError(
                    "COPY INTO %s cannot list %s: %s".formatted(copy.target, copy.source, e.getMessage()), e);
        }
    }

    private List<FileStatus> roots() throws IOException {
        List<FileStatus> roots = new ArrayList<>();
        Path source = new Path(copy.source);

        if (copy.pattern != null) {
            requireAny(found(source), source);
            return found(new Path(source, copy.pattern));
        }

        if (copy.files.isEmpty()) {
            roots.addAll(found(source));
            requireAny(roots, source);
        }

        for (String file : copy.files) {
            Path path = new Path(source, file);
            List<FileStatus> named = found(path);
            requireAny(named, path);
            roots.addAll(named);
        }

        return roots;
    }

    private void requireAny(List<FileStatus> found, Path path) {
        if (found.isEmpty()) {
            throw new UserError("COPY INTO %s finds nothing at %s. Correct the path, or put the files there first."
                    .formatted(copy.target, path));
        }
    }

    private List<FileStatus> found(Path pattern) throws IOException {
        FileStatus[] found = fileSystem(pattern).globStatus(pattern);
        return found == null ? List.of() : List.of(found);
    }

    private FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }

    private void addFiles(FileStatus root, List<FileStatus> files) throws IOException {
        if (root.isFile()) {
            files.add(root);
            return;
        }

        for (FileStatus child : fileSystem(root.getPath()).listStatus(root.getPath())) {
            String name = child.getPath().getName();
            boolean hidden = name.startsWith(".") || (name.startsWith("_") && !name.contains("="));
            boolean wanted = child.isFile() || recursive || name.contains("=");

            if (!hidden && wanted) {
                addFiles(child, files);
            }
        }
    }
}
