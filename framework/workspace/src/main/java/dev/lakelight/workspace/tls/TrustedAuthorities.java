package dev.lakelight.workspace.tls;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities that a workspace trusts when it connects to other servers: git, mail and webhooks. */
public final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * Trust authorities beside those that Java knows, everywhere in this JVM. To be called before anything connects.
     *
     * @param pem file with their certificates
     * @throws UserError when it cannot be read, or holds none
     */
    public static void addToThisJvm(Path pem) {
        List<Certificate> own = certificates(pem);

        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusting(own), null);
            SSLContext.setDefault(context);
            HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
        } catch (GeneralSecurityException | IOException e) {
            throw new EnvironmentError("The authorities in %s cannot be trusted: %s".formatted(pem, e), e);
        }
    }

    private static List<Certificate> certificates(Path pem) {
        try (InputStream content = Files.newInputStream(pem)) {
            List<Certificate> found =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(content));

            if (found.isEmpty()) {
                throw new UserError("%s holds no certificate. It has to be a PEM file.".formatted(pem));
            }

            return found;
        } catch (IOException e) {
            throw new UserError("The certificates in %s cannot be read: %s.".formatted(pem, e), e);
        } catch (CertificateException e) {
            throw new UserError("%s is no PEM file with certificates: %s".formatted(pem, e.getMessage()), e);
        }
    }

    private static TrustManager[] trusting(List<Certificate> own) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        List<Certificate> all = Stream.concat(own.stream(), known()).toList();

        for (int i = 0; i < all.size(); i++) {
            store.setCertificateEntry("authority" + i, all.get(i));
        }

        return managers(store);
    }

    private static Stream<Certificate> known() throws GeneralSecurityException {
        return Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
