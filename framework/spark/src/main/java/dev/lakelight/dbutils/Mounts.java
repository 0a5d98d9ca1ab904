package dev.lakelight.dbutils;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mount points of a lake, in the order in which they were made. Thread-safe. */
public final class Mounts {

    private final Map<String, MountInfo> mounts = new LinkedHashMap<>();

    /** Create a lake's mounts: none. */
    public Mounts() {}

    synchronized void add(MountInfo mount) {
        if (mounts.putIfAbsent(mount.mountPoint(), mount) != null) {
            throw new IllegalArgumentException(
                    "Directory already mounted: %s. Unmount it before, or ask dbutils.fs.mounts() whether it is."
                            .formatted(mount.mountPoint()));
        }
    }

    synchronized void remove(String mountPoint) {
        if (mounts.remove(mountPoint) == null) {
            throw new IllegalArgumentException(
                    "Directory not mounted: %s. Mounted are: %s.".formatted(mountPoint, mounts.keySet()));
        }
    }

    synchronized void replace(MountInfo mount) {
        remove(mount.mountPoint());
        add(mount);
    }

    synchronized List<MountInfo> all() {
        return new ArrayList<>(mounts.values());
    }
}
