package dev.lakelight.workspace.driver;

import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.workspace.driver.DriverMessage.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** Waits for a driver to come back to the workspace, and turns others away. */
final class DriverDoor {

    private static final int LOOK_MILLIS = 200;
    private static final int HELLO_MILLIS = 5_000;
    private static final int LOG_LINES = 20;

    private final ServerSocket door;
    private final DriverOrder order;
    private final ForkedJvm jvm;

    DriverDoor(ServerSocket door, DriverOrder order, ForkedJvm jvm) {
        this.door = door;
        this.order = order;
        this.jvm = jvm;
    }

    Driver await(Duration timeout) throws IOException, DriverLost, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        door.setSoTimeout(LOOK_MILLIS);

        while (System.nanoTime() < end) {
            Optional<Driver> driver = look();

            if (driver.isPresent()) {
                return driver.get();
            }

            if (!jvm.isAlive()) {
                throw new DriverLost(
                        "The driver of the cluster %s has ended while it was started. Its log ends with:%n%s"
                                .formatted(
                                        order.clusterId(),
                                        jvm.outputTail(LOG_LINES).indent(2).stripTrailing()));
            }

            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }

        throw new DriverLost("The driver of the cluster %s did not start within %d s."
                .formatted(order.clusterId(), timeout.toSeconds()));
    }

    private Optional<Driver> look() throws IOException {
        try {
            return welcome(door.accept());
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    private Optional<Driver> welcome(Socket socket) throws IOException {
        socket.setSoTimeout(HELLO_MILLIS);
        DriverWire wire = new DriverWire(socket);

        try {
            if (wire.receive().filter(this::isExpected).isPresent()) {
                socket.setSoTimeout(0);
                return Optional.of(Driver.of(order.clusterId(), jvm, wire));
            }
        } catch (IOException e) {
            // Whoever it is, it is not the driver.
        }

        wire.close();
        return Optional.empty();
    }

    private boolean isExpected(DriverMessage message) {
        byte[] shown = message.body().asText().getBytes(StandardCharsets.UTF_8);
        byte[] expected = order.token().getBytes(StandardCharsets.UTF_8);
        return message.kind() == Kind.HELLO && MessageDigest.isEqual(shown, expected);
    }
}
