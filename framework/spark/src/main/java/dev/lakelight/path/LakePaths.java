package dev.lakelight.path;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the paths that pipelines use lead to in a lake. DBFS is the folder of the lake's files itself, so {@code dbfs:/mnt/raw},
 * {@code /mnt/raw} and {@code /dbfs/mnt/raw} are {@code mnt/raw} in it, and {@code /Volumes/main/sales/landing} is
 * {@code Volumes/main/sales/landing}. Cloud storage has a folder for each bucket or container: {@code s3://acme/raw} is
 * {@code s3/acme/raw}. What is at or below a mount point leads to where its source does.
 */
public final class LakePaths {

    /** Session setting: the folder of the lake's files, absolute. */
    public static final String FILES_SETTING = "spark.lakelight.lake.files";

    /** Session setting: the project's folder, absolute. Paths below it are local ones whatever they begin with. */
    public static final String PROJECT_SETTING = "spark.lakelight.lake.project";

    /**
     * Session setting: names of folders at DBFS's root, separated by commas, that pipelines name without scheme, beside those that
     * always are DBFS's. With {@code data,tmp} the path {@code /data/raw} leads into the lake; else it is a local one.
     */
    public static final String ROOTS_SETTING = "spark.lakelight.lake.roots";

    private final Path files;
    private final Path project;
    private final MountTable mounts;
    private final LinkCheck links;
    private final Set<String> roots;

    /**
     * Lead paths into a lake; of those without scheme, the ones below folders that always are DBFS's.
     *
     * @param files folder of its files, absolute
     * @param project folder of the project, absolute: on some machines it is below {@code /mnt} or {@code /Volumes} itself
     */
    public LakePaths(Path files, Path project) {
        this(files, project, "");
    }

    /**
     * Lead paths into a lake.
     *
     * @param files folder of its files, absolute
     * @param project folder of the project, absolute: on some machines it is below {@code /mnt} or {@code /Volumes} itself
     * @param roots value of {@link #ROOTS_SETTING}
     */
    public LakePaths(Path files, Path project, String roots) {
        this.files = files.toAbsolutePath().normalize();
        this.project = project.toAbsolutePath().normalize();
        this.roots = Arrays.stream(roots.split(","))
                .map(root -> root.strip().replaceFirst("^/", ""))
                .filter(root -> !root.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.mounts = new MountTable(this.files);
        this.links = new LinkCheck(this.files);
    }

    /**
     * Return where a path leads to: one of DBFS, of cloud storage, or relative to the lake's files.
     *
     * @throws dev.lakelight.problem.UserError when it leads out of the lake, or is a local path
     */
    public Path resolve(String path) {
        org.apache.hadoop.fs.Path parsed = parsed(path);

        if (parsed.toUri().getScheme() == null && !parsed.isAbsolute()) {
            return dbfs(parsed);
        }

        return find(parsed).orElseThrow(() -> PathMessages.notOfLake(path));
    }

    private static org.apache.hadoop.fs.Path parsed(String path) {
        try {
            return new org.apache.hadoop.fs.Path(path);
        } catch (IllegalArgumentException e) {
            throw PathMessages.notOfLake(path);
        }
    }

    /**
     * Return where an absolute path leads to, or nothing when that is no place in the lake.
     *
     * @throws dev.lakelight.problem.UserError when it leads out of the lake
     */
    Optional<Path> find(org.apache.hadoop.fs.Path path) {
        String scheme = scheme(path.toUri());

        if (scheme.equals("file")) {
            return isLocal(path.toUri().getPath()) ? Optional.empty() : Optional.of(dbfs(path));
        }

        return scheme.equals(LakeScheme.DBFS) ? Optional.of(dbfs(path)) : cloud(path);
    }

    /** Return where a path of DBFS or cloud storage leads to when nothing is mounted. */
    Path unmounted(String path) {
        org.apache.hadoop.fs.Path parsed = parsed(path);
        String scheme = scheme(parsed.toUri());
        boolean isDbfs = scheme.equals(LakeScheme.DBFS) || parsed.toUri().getScheme() == null;
        return isDbfs ? within(files, parsed) : cloud(parsed).orElseThrow(() -> PathMessages.notOfLake(path));
    }

    private Path dbfs(org.apache.hadoop.fs.Path path) {
        return mounts.sourceOf("/" + relative(path.toUri()))
                .map(this::unmounted)
                .orElseGet(() -> within(files, path));
    }

    private Optional<Path> cloud(org.apache.hadoop.fs.Path path) {
        return LakeScheme.cloudFolder(scheme(path.toUri())).map(folder -> within(bucket(folder, path), path));
    }

    private Path bucket(String folder, org.apache.hadoop.fs.Path path) {
        Path buckets = files.resolve(folder);
        Path bucket = buckets.resolve(Objects.requireNonNullElse(path.toUri().getAuthority(), ""))
                .normalize();

        if (!bucket.startsWith(buckets)) {
            throw PathMessages.upwards(path, buckets);
        }

        return bucket;
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "file" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private boolean isLocal(String path) {
        boolean isDbfs = LakeScheme.isRoot(path) || LakeScheme.isBelow(path, roots);
        return !isDbfs || isBelow(project, path) || isBelow(lake(), path);
    }

    private Path lake() {
        return Objects.requireNonNullElse(files.getParent(), files);
    }

    private static boolean isBelow(Path folder, String path) {
        return Path.of(path).toAbsolutePath().normalize().startsWith(folder);
    }

    private Path within(Path boundary, org.apache.hadoop.fs.Path path) {
        Path target = boundary.resolve(relative(path.toUri())).normalize();

        if (!target.startsWith(boundary)) {
            throw PathMessages.upwards(path, boundary);
        }

        links.requireNoneOut(path, target);
        return target;
    }

    /** A mount of DBFS as local folder, {@code /dbfs}, is the same as DBFS itself. */
    private static String relative(URI uri) {
        String path = uri.getPath().replaceFirst("^/+", "");
        boolean isCloud = LakeScheme.cloudFolder(scheme(uri)).isPresent();
        String relative = isCloud ? path : path.replaceFirst("^dbfs(/+|$)", "");
        boolean hasHost = !isCloud && uri.getAuthority() != null;
        return hasHost ? uri.getAuthority() + "/" + relative : relative;
    }
}
