package dev.lakelight.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that takes mail after STARTTLS only, and one connection at a time. */
final class StartTlsMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final SSLContext context;
    private final Queue<String> mails = new ConcurrentLinkedQueue<>();

    private StartTlsMailServer(ServerSocket server, SSLContext context) {
        this.server = server;
        this.context = context;
    }

    static StartTlsMailServer start(KeyStore certificate) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        StartTlsMailServer started =
                new StartTlsMailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), context);
        Thread thread = new Thread(started::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Return the mails that have come by encrypted connections, with their headers. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                say(socket, "220 localhost");
                talk(socket);
            } catch (IOException e) {
                continue; // The client has gone, or the server is closed.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader lines = lines(socket);

        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);

            if (word.equals("STARTTLS")) {
                say(socket, "220 go on");
                SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, null, 0, true);
                encrypted.setUseClientMode(false);
                talk(encrypted);
                return;
            }

            if (word.equals("DATA")) {
                say(socket, "354 go on");
                mails.add(mail(lines));
                say(socket, "250 kept");
            } else {
                say(socket, answer(word, socket instanceof SSLSocket));
            }

            if (word.equals("QUIT")) {
                return;
            }
        }
    }

    private static String answer(String word, boolean encrypted) {
        if (word.equals("EHLO")) {
            return encrypted ? "250 localhost" : "250-localhost\r\n250 STARTTLS";
        }

        return encrypted || word.equals("QUIT") ? "250 ok" : "530 Must issue a STARTTLS command first";
    }

    private static String mail(BufferedReader lines) throws IOException {
        StringBuilder mail = new StringBuilder();

        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            mail.append(line).append('\n');
        }

        return mail.toString();
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
