package dev.lakelight.workspace.dbfs;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Files that are being written block by block. Those that are not closed are forgotten when the workspace stops. */
final class OpenUploads {

    /** So many that no client needs more, and so few that forgotten ones do no harm. */
    private static final int MOST = 1000;

    private final Dbfs dbfs;
    private final AtomicLong lastHandle = new AtomicLong();
    private final Map<Long, Upload> uploads = new ConcurrentHashMap<>();

    OpenUploads(Dbfs dbfs) {
        this.dbfs = dbfs;
    }

    long open(Principal owner, ObjectPath path, boolean overwrite) throws IOException {
        if (uploads.size() >= MOST) {
            throw ApiErrors.invalidState("%d files are being written. Close one of them first.".formatted(MOST));
        }

        Path file = Files.createFile(dbfs.files().newScratchPath());
        long handle = lastHandle.incrementAndGet();
        uploads.put(handle, new Upload(owner.id(), path, overwrite, file));
        return handle;
    }

    void add(Principal owner, long handle, byte[] data) throws IOException {
        Upload upload = find(owner, handle);

        synchronized (upload) {
            try (FileChannel channel =
                    FileChannel.open(upload.file(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer buffer = ByteBuffer.wrap(data);
                while (buffer.hasRemaining()) {
                    int unused = channel.write(buffer);
                }
            }
        }
    }

    void close(Principal owner, long handle) throws IOException {
        Upload upload = find(owner, handle);

        if (uploads.remove(handle) == null) {
            throw unknown(handle);
        }

        synchronized (upload) {
            try (FileChannel channel = FileChannel.open(upload.file(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }

            try {
                dbfs.place(upload.file(), upload.path(), upload.overwrite());
            } finally {
                Files.deleteIfExists(upload.file());
            }
        }
    }

    private Upload find(Principal owner, long handle) {
        Upload upload = uploads.get(handle);

        if (upload == null || upload.owner() != owner.id()) {
            throw unknown(handle);
        }

        return upload;
    }

    private static RuntimeException unknown(long handle) {
        return ApiErrors.doesNotExist("No stream exists with handle %d.".formatted(handle));
    }

    private record Upload(long owner, ObjectPath path, boolean overwrite, Path file) {}
}
