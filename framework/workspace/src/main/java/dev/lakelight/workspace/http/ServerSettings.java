package dev.lakelight.workspace.http;

import java.nio.file.Path;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param address name or number of the network interface
 * @param port 0 takes one that is free
 * @param certificate key store with the server's certificate, without password; none for plain HTTP
 * @param scratch folder for what requests upload, until it has its place
 * @param largestUpload in bytes
 */
public record ServerSettings(
        String address, int port, @Nullable KeyStore certificate, Path scratch, long largestUpload) {

    /** Return whether connections are encrypted. */
    public boolean isEncrypted() {
        return certificate != null;
    }
}
