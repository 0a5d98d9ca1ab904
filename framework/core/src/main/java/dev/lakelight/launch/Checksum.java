package dev.lakelight.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Tells whether an archive is still what was written. The JVM trusts an archive blindly: one that was cut short, by a full disk or
 * a build server's cache, crashes it.
 */
final class Checksum {

    private static final int BUFFER = 1024 * 1024;

    private Checksum() {}

    static void write(Path archive, Path checksum) throws IOException {
        Files.writeString(checksum, of(archive));
    }

    static boolean matches(Path archive, Path checksum) throws IOException {
        return Files.isRegularFile(archive)
                && Files.isRegularFile(checksum)
                && Files.readString(checksum).equals(of(archive));
    }

    private static String of(Path archive) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(archive)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        return Files.size(archive) + " " + Long.toHexString(crc.getValue());
    }
}
