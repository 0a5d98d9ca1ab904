package dev.lakelight.workspace.driver;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.secret.KnownSecrets;
import dev.lakelight.workspace.driver.DriverMessage.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main class of a driver: one SparkContext, for as long as its workspace lives. */
public final class DriverMain {

    private static final Logger LOG = LoggerFactory.getLogger(DriverMain.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private DriverMain() {}

    /** Take the order from standard input, and requests from the workspace, until that has gone. */
    public static void main(String[] arguments) throws IOException {
        InputStream input = System.in;
        DriverOrder order = DriverWire.read(line(input), DriverOrder.class);
        order.secrets().forEach(KnownSecrets.ofThisJvm()::add);
        System.setIn(InputStream.nullInputStream());
        endWith(input);

        try (DriverWire wire = new DriverWire(new Socket(InetAddress.getLoopbackAddress(), order.port()))) {
            wire.send(DriverMessage.OF_ITSELF, Kind.HELLO, order.token());
            serve(order, wire);
        }

        System.exit(0);
    }

    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();

        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.write(next);
        }

        return line.toString(StandardCharsets.UTF_8);
    }

    /** Standard input ends when the workspace does, however that happens; then executors and all are ended, too. */
    private static void endWith(InputStream input) {
        Thread thread = new Thread(
                () -> {
                    awaitEnd(input);
                    haltLater();
                    System.exit(0);
                },
                "lakelight-end-with-workspace");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            while (input.read() >= 0) {
                // Nothing more is expected.
            }
        } catch (IOException e) {
            LOG.debug("Standard input has ended", e);
        }
    }

    /** Code of notebooks may keep a JVM from ending. */
    private static void haltLater() {
        Thread thread = new Thread(
                () -> {
                    try {
                        TimeUnit.NANOSECONDS.sleep(GRACE.toNanos());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(1);
                },
                "lakelight-halt");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(DriverOrder order, DriverWire wire) throws IOException {
        Optional<DriverWork> work = start(order, wire);

        if (work.isEmpty()) {
            return;
        }

        DriverRequests requests = new DriverRequests(work.get(), wire);
        wire.send(DriverMessage.OF_ITSELF, Kind.READY, Map.of());

        for (Optional<DriverMessage> next = wire.receive(); next.isPresent(); next = wire.receive()) {
            requests.take(next.get());
        }
    }

    private static Optional<DriverWork> start(DriverOrder order, DriverWire wire) throws IOException {
        try {
            return Optional.of(DriverWork.start(order));
        } catch (UserError | EnvironmentError e) {
            wire.send(DriverMessage.OF_ITSELF, Kind.FAILED, new DriverProblem(String.valueOf(e.getMessage()), ""));
        } catch (RuntimeException e) {
            LOG.error("The cluster {} cannot be started", order.clusterId(), e);
            wire.send(DriverMessage.OF_ITSELF, Kind.FAILED, new DriverProblem(e.toString(), ""));
        }

        return Optional.empty();
    }
}
