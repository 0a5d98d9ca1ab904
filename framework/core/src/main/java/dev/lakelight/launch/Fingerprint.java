package dev.lakelight.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells JDKs and class paths apart as the JVM itself does for its archives: by path, size and time of change of each jar. */
final class Fingerprint {

    private static final int LENGTH = 16;

    private Fingerprint() {}

    static String of(Path javaHome, List<Path> jars) {
        MessageDigest digest = sha256();
        update(digest, release(javaHome));
        jars.forEach(jar -> update(digest, describe(jar)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static String release(Path javaHome) {
        Path release = javaHome.resolve("release");
        try {
            return javaHome + "\n" + (Files.exists(release) ? Files.readString(release) : "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + release, e);
        }
    }

    private static String describe(Path jar) {
        try {
            return jar + "\t" + Files.size(jar) + "\t"
                    + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
