package dev.lakelight.workspace.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Values of tokens, as Databricks' look: {@code dapi} and 32 hexadecimal digits. */
public final class TokenValue {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private TokenValue() {}

    /** Return one that nobody can guess. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "dapi" + HexFormat.of().formatHex(bytes);
    }

    static String hash(String value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
