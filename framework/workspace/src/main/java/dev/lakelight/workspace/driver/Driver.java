package dev.lakelight.workspace.driver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.workspace.driver.DriverMessage.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** A driver that runs, seen from the workspace. Several threads may use it at a time. */
public final class Driver implements AutoCloseable {

    private static final Duration ENDING = Duration.ofSeconds(10);
    private static final int LOG_LINES = 20;

    private final String clusterId;
    private final ForkedJvm jvm;
    private final DriverWire wire;
    private final OpenRequests requests;
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    private Driver(String clusterId, ForkedJvm jvm, DriverWire wire) {
        this.clusterId = clusterId;
        this.jvm = jvm;
        this.wire = wire;
        this.requests = new OpenRequests(wire, ended);
    }

    /** Begin to listen to a JVM that has shown its token. */
    static Driver of(String clusterId, ForkedJvm jvm, DriverWire wire) {
        Driver driver = new Driver(clusterId, jvm, wire);
        Thread thread = new Thread(driver::listen, "lakelight-driver-" + clusterId);
        thread.setDaemon(true);
        thread.start();
        return driver;
    }

    private void listen() {
        try {
            for (Optional<DriverMessage> next = wire.receive(); next.isPresent(); next = wire.receive()) {
                requests.answer(next.get());
            }
        } catch (IOException e) {
            // It has died; its log says of what.
        }

        String why = whyItEnded();
        boolean unused = ended.complete(why);
        requests.giveUp(why);
    }

    private String whyItEnded() {
        OptionalInt exit = OptionalInt.empty();

        try {
            exit = jvm.waitFor(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }

        String how = exit.isPresent() ? "has ended with exit code " + exit.getAsInt() : "has closed its connection";
        String log = jvm.outputTail(LOG_LINES);
        return "The driver of the cluster %s %s.%s"
                .formatted(
                        clusterId,
                        how,
                        log.isEmpty()
                                ? ""
                                : " Its log ends with:\n" + log.indent(2).stripTrailing());
    }

    /** Wait until it can take requests. */
    void awaitReady(Duration timeout) throws DriverLost, InterruptedException {
        DriverMessage answer = requests.awaitFirst(timeout)
                .orElseThrow(() -> new DriverLost("The driver of the cluster %s did not start within %d s."
                        .formatted(clusterId, timeout.toSeconds())));

        if (answer.kind() == Kind.FAILED) {
            throw new DriverLost(
                    DriverWire.read(answer.body(), DriverProblem.class).message());
        }
    }

    /** Return its process id. */
    public long pid() {
        return jvm.pid();
    }

    /** Return what completes when it has ended by whatever cause, with a text that says how. */
    public CompletableFuture<String> ended() {
        return ended.copy();
    }

    /**
     * Run a task and wait. An interrupt of this thread cancels it.
     *
     * @throws DriverRefusal when it could not be run
     */
    public TaskResult run(TaskOrder order) throws DriverLost, InterruptedException {
        return DriverWire.read(ask(Kind.TASK, order), TaskResult.class);
    }

    /**
     * Run a statement and wait. An interrupt of this thread cancels it.
     *
     * @throws DriverRefusal when it has failed
     */
    public StatementResult run(StatementOrder order) throws DriverLost, InterruptedException {
        return DriverWire.read(ask(Kind.STATEMENT, order), StatementResult.class);
    }

    private JsonNode ask(Kind kind, Object body) throws DriverLost, InterruptedException {
        DriverMessage answer = requests.ask(kind, body);

        if (answer.kind() == Kind.FAILED) {
            throw new DriverRefusal(DriverWire.read(answer.body(), DriverProblem.class));
        }

        return answer.body();
    }

    /** End it with all that it has started. */
    @Override
    public void close() {
        jvm.close();

        try {
            wire.close();
        } catch (IOException e) {
            // The other side has ended.
        }
    }
}
