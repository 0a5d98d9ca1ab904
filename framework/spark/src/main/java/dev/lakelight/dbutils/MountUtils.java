package dev.lakelight.dbutils;

import dev.lakelight.path.LakeMounts;
import dev.lakelight.path.Mount;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The part of {@code dbutils.fs} about mount points. What is below one is what is at the source in the lake; no storage is reached.
 * Of the settings, which hold keys, nothing is kept.
 */
public abstract sealed class MountUtils permits FsUtils {

    private final LakeMounts mounts;

    MountUtils(LakeMounts mounts) {
        this.mounts = mounts;
    }

    /** Mount storage. */
    public boolean mount(String source, String mountPoint) {
        return mount(source, mountPoint, "", null, Map.of());
    }

    /** Mount storage. */
    public boolean mount(String source, String mountPoint, Map<String, String> extraConfigs) {
        return mount(source, mountPoint, "", null, extraConfigs);
    }

    /** Mount storage, from Scala. */
    public boolean mount(String source, String mountPoint, scala.collection.Map<String, String> extraConfigs) {
        return mount(source, mountPoint, "", null, extraConfigs);
    }

    /** Mount storage. */
    public boolean mount(String source, String mountPoint, String encryptionType) {
        return mount(source, mountPoint, encryptionType, null, Map.of());
    }

    /** Mount storage, from Scala. */
    public boolean mount(
            String source,
            String mountPoint,
            String encryptionType,
            @Nullable String owner,
            scala.collection.Map<String, String> extraConfigs) {
        return mount(source, mountPoint, encryptionType, owner, CollectionConverters.asJava(extraConfigs));
    }

    /**
     * Mount storage.
     *
     * @throws IllegalArgumentException when something is mounted there
     */
    public boolean mount(
            String source,
            String mountPoint,
            String encryptionType,
            @Nullable String owner,
            Map<String, String> extraConfigs) {
        mounts.add(new Mount(normalized(mountPoint), source, encryptionType));
        return true;
    }

    /** Mount other storage at a mount point. */
    public boolean updateMount(String source, String mountPoint) {
        return updateMount(source, mountPoint, "", null, Map.of());
    }

    /** Mount other storage at a mount point. */
    public boolean updateMount(String source, String mountPoint, Map<String, String> extraConfigs) {
        return updateMount(source, mountPoint, "", null, extraConfigs);
    }

    /** Mount other storage at a mount point, from Scala. */
    public boolean updateMount(
            String source,
            String mountPoint,
            String encryptionType,
            @Nullable String owner,
            scala.collection.Map<String, String> extraConfigs) {
        return updateMount(source, mountPoint, encryptionType, owner, CollectionConverters.asJava(extraConfigs));
    }

    /**
     * Mount other storage at a mount point.
     *
     * @throws IllegalArgumentException when nothing is mounted there
     */
    public boolean updateMount(
            String source,
            String mountPoint,
            String encryptionType,
            @Nullable String owner,
            Map<String, String> extraConfigs) {
        mounts.replace(new Mount(normalized(mountPoint), source, encryptionType));
        return true;
    }

    /** List what is mounted. */
    public Seq<MountInfo> mounts() {
        return CollectionConverters.asScala(
                        mounts.all().stream().map(MountInfo::of).toList())
                .toSeq();
    }

    /**
     * Remove a mount point, and print that. Files stay.
     *
     * @throws IllegalArgumentException when nothing is mounted there
     */
    public boolean unmount(String mountPoint) {
        String path = normalized(mountPoint);
        mounts.remove(path);
        CellPrinter.println("%s has been unmounted.".formatted(path));
        return true;
    }

    /** Do nothing: there is one machine, and it knows. */
    public boolean refreshMounts() {
        return true;
    }

    private static String normalized(String mountPoint) {
        String path = mountPoint.replaceFirst("^dbfs:", "").replaceFirst("/+$", "");

        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "The mount point '%s' is no absolute path. Write it as /mnt/name.".formatted(mountPoint));
        }

        return path;
    }
}
