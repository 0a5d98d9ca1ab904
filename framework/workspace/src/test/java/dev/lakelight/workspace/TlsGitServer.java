package dev.lakelight.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Serves the repositories of a folder by HTTPS to whoever knows the password, or sends everybody to another server. */
final class TlsGitServer implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector;
    private final Queue<String> logins = new ConcurrentLinkedQueue<>();

    private TlsGitServer(KeyStore certificate, Handler handler) throws Exception {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStore(certificate);
        ssl.setKeyStorePassword("");
        ssl.setKeyManagerPassword("");
        connector = new ServerConnector(server, ssl);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Noting(handler));
        server.start();
    }

    static TlsGitServer of(Path repositories, KeyStore certificate, String user, String password) throws Exception {
        return new TlsGitServer(certificate, new Guarded(basic(user, password), new Fetching(repositories)));
    }

    static TlsGitServer redirectingTo(String url, KeyStore certificate) throws Exception {
        return new TlsGitServer(certificate, new Elsewhere(url));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Return its address, without a slash at the end. */
    String url() {
        return URI.create("https://127.0.0.1:" + connector.getLocalPort()).toString();
    }

    /** Return what requests have logged in with. */
    List<String> logins() {
        return List.copyOf(logins);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    /** Notes who logs in. */
    private final class Noting extends Handler.Wrapper {

        private Noting(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String login = request.getHeaders().get(HttpHeader.AUTHORIZATION);

            if (login != null) {
                logins.add(login);
            }

            return super.handle(request, response, callback);
        }
    }

    /** Asks for a password. */
    private static final class Guarded extends Handler.Wrapper {

        private final String login;

        private Guarded(String login, Handler handler) {
            super(handler);
            this.login = login;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (login.equals(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
                return super.handle(request, response, callback);
            }

            response.setStatus(HttpStatus.UNAUTHORIZED_401);
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"git\"");
            callback.succeeded();
            return true;
        }
    }

    /** The part of git's protocol by HTTP that reads: what branches there are, and then what is in them. */
    private static final class Fetching extends Handler.Abstract {

        private static final String SERVICE = "git-upload-pack";

        private final Path repositories;

        private Fetching(Path repositories) {
            this.repositories = repositories;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = Request.getPathInContext(request);
            String name = path.substring(1, path.indexOf('/', 1));
            boolean tells = path.endsWith("/info/refs");
            response.getHeaders()
                    .put(
                            HttpHeader.CONTENT_TYPE,
                            "application/x-%s-%s".formatted(SERVICE, tells ? "advertisement" : "result"));

            try (Repository repository =
                            Git.open(repositories.resolve(name).toFile()).getRepository();
                    OutputStream output = Content.Sink.asOutputStream(response)) {
                UploadPack upload = new UploadPack(repository);
                upload.setBiDirectionalPipe(false);

                if (tells) {
                    PacketLineOut lines = new PacketLineOut(output);
                    lines.writeString("# service=" + SERVICE + "\n");
                    lines.end();
                    upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
                } else {
                    upload.upload(body(request), output, null);
                }
            }

            callback.succeeded();
            return true;
        }

        private static InputStream body(Request request) throws IOException {
            InputStream body = Content.Source.asInputStream(request);
            return "gzip".equals(request.getHeaders().get(HttpHeader.CONTENT_ENCODING))
                    ? new GZIPInputStream(body)
                    : body;
        }
    }

    /** Sends everybody to another server. */
    private static final class Elsewhere extends Handler.Abstract {

        private final String url;

        private Elsewhere(String url) {
            this.url = url;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(HttpStatus.FOUND_302);
            response.getHeaders()
                    .put(HttpHeader.LOCATION, url + request.getHttpURI().getPathQuery());
            callback.succeeded();
            return true;
        }
    }
}
