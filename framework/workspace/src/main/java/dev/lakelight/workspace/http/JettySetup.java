package dev.lakelight.workspace.http;

import io.javalin.config.JettyConfig;
import java.security.KeyStore;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Jetty up for the clients that there are: some escape slashes in paths, some ask for TLS 1.2. */
final class JettySetup {

    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 4;
    private static final int THREAD_IDLE_MILLIS = 30_000;

    /** A connection where nothing happens for so long is closed. */
    private static final int IDLE_MILLIS = 60_000;

    private static final int LONGEST_HEADER_BYTES = 32 << 10;

    private JettySetup() {}

    static void apply(JettyConfig jetty, ServerSettings settings) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, THREAD_IDLE_MILLIS);
        threads.setName("workspace");
        threads.setDaemon(true);
        jetty.threadPool = threads;
        jetty.modifyHttpConfiguration(JettySetup::configure);
        jetty.modifyServer(server -> server.setErrorHandler(new JsonErrors()));
        jetty.modifyServletContextHandler(context -> {
            context.getServletHandler().setDecodeAmbiguousURIs(true);
            context.setErrorHandler(new JsonErrors());
        });
        jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private static void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADER_BYTES);
        http.setIdleTimeout(IDLE_MILLIS);
    }

    private static Connector connector(Server server, HttpConfiguration http, ServerSettings settings) {
        KeyStore certificate = settings.certificate();
        ServerConnector connector = certificate == null
                ? new ServerConnector(server, new HttpConnectionFactory(http))
                : encrypted(server, http, certificate);
        connector.setHost(settings.address());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setReuseAddress(true);
        return connector;
    }

    private static ServerConnector encrypted(Server server, HttpConfiguration http, KeyStore certificate) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStore(certificate);
        ssl.setKeyStorePassword("");
        ssl.setKeyManagerPassword("");
        ssl.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        HttpConfiguration https = new HttpConfiguration(http);
        // Clients that come by number send no host name.
        https.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(server, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(https));
    }
}
