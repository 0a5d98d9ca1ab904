package dev.lakelight.workspace.tls;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.workspace.storage.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Signs the workspace's certificate. Clients trust the authority by {@code ca.pem} in the state folder, which stays the same; its key
 * never leaves the folder.
 */
public final class CertificateAuthority {

    private static final String ALIAS = "workspace";
    private static final char[] NO_PASSWORD = new char[0];

    private final PrivateKey key;
    private final X509Certificate certificate;

    private CertificateAuthority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** Use the authority of a folder, which is made when it is missing. */
    public static CertificateAuthority open(Path folder, DurableFiles files) throws IOException {
        try {
            return open(folder.resolve("ca.p12"), folder.resolve("ca.pem"), files);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new EnvironmentError(
                    "The workspace cannot use the certificate authority in %s: %s. Delete ca.p12 there to get a new one."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static CertificateAuthority open(Path store, Path pem, DurableFiles files)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        if (!Files.exists(store)) {
            KeyPair keys = Certificates.newKeys();
            X509Certificate root = Certificates.root(keys);
            files.writePrivate(store, new ByteArrayInputStream(bytes(keyStore(keys.getPrivate(), root))));
        }

        KeyStore known = KeyStore.getInstance("PKCS12");

        try (InputStream content = Files.newInputStream(store)) {
            known.load(content, NO_PASSWORD);
        }

        X509Certificate root = (X509Certificate) known.getCertificate(ALIAS);
        files.write(pem, new ByteArrayInputStream(pem(root).getBytes(StandardCharsets.US_ASCII)));
        return new CertificateAuthority((PrivateKey) known.getKey(ALIAS, NO_PASSWORD), root);
    }

    /** Return a key store with a new certificate for this machine, without password. */
    public KeyStore serverCertificate(String address) {
        try {
            KeyPair keys = Certificates.newKeys();
            X509Certificate signed = Certificates.server(keys.getPublic(), address, key, certificate);
            return keyStore(keys.getPrivate(), signed, certificate);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new EnvironmentError("The workspace cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private static KeyStore keyStore(PrivateKey key, Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry(ALIAS, key, NO_PASSWORD, chain);
        return store;
    }

    private static byte[] bytes(KeyStore store) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, NO_PASSWORD);
        return bytes.toByteArray();
    }

    private static String pem(X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();

        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }

        return text.toString();
    }
}
