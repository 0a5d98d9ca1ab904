package dev.lakelight.workspace.driver;

import static java.util.Objects.requireNonNullElse;

import dev.lakelight.workspace.driver.DriverMessage.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** What a driver was asked for and has not answered yet. */
final class OpenRequests {

    /** Shorter than those have patience who cancel a task. */
    private static final Duration CANCELLING = Duration.ofSeconds(8);

    private final DriverWire wire;
    private final CompletableFuture<String> ended;
    private final AtomicLong lastId = new AtomicLong(DriverMessage.OF_ITSELF);
    private final Map<Long, CompletableFuture<DriverMessage>> open = new ConcurrentHashMap<>();
    private final CompletableFuture<DriverMessage> first = new CompletableFuture<>();

    /**
     * Begin without any.
     *
     * @param ended completes with the reason when the driver has ended
     */
    OpenRequests(DriverWire wire, CompletableFuture<String> ended) {
        this.wire = wire;
        this.ended = ended;
        open.put(DriverMessage.OF_ITSELF, first);
    }

    /** Take an answer. */
    void answer(DriverMessage message) {
        Optional.ofNullable(open.remove(message.id())).ifPresent(waiting -> waiting.complete(message));
    }

    /** Tell those who wait that no answers come any more. */
    void giveUp(String why) {
        open.values().forEach(waiting -> waiting.completeExceptionally(new DriverLost(why)));
    }

    /** Wait for what the driver says of itself; nothing when it says nothing in time. */
    Optional<DriverMessage> awaitFirst(Duration timeout) throws DriverLost, InterruptedException {
        try {
            return Optional.of(first.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw lost(e);
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    /** Ask and wait. An interrupt of this thread cancels what was asked for. */
    DriverMessage ask(Kind kind, Object body) throws DriverLost, InterruptedException {
        long id = lastId.incrementAndGet();
        CompletableFuture<DriverMessage> answer = new CompletableFuture<>();
        open.put(id, answer);

        try {
            send(id, kind, body);
            return answer.get();
        } catch (ExecutionException e) {
            throw lost(e);
        } catch (InterruptedException e) {
            cancel(id, answer);
            throw e;
        } finally {
            open.remove(id);
        }
    }

    private static DriverLost lost(ExecutionException e) {
        return new DriverLost(String.valueOf(requireNonNullElse(e.getCause(), e).getMessage()));
    }

    private void send(long id, Kind kind, Object body) throws DriverLost {
        try {
            wire.send(id, kind, body);
        } catch (IOException e) {
            throw new DriverLost(ended.join());
        }

        if (ended.isDone()) {
            throw new DriverLost(ended.join());
        }
    }

    /** Wait until it has ended there, but not for ever: code may swallow interrupts. More interrupts change nothing. */
    private void cancel(long id, CompletableFuture<DriverMessage> answer) {
        long end = System.nanoTime() + CANCELLING.toNanos();
        boolean isInterrupted = false;

        try {
            send(id, Kind.CANCEL, "");

            while (!answer.isDone() && System.nanoTime() < end) {
                isInterrupted |= isInterruptedMeanwhile(answer, end - System.nanoTime());
            }
        } catch (DriverLost e) {
            // There is nobody left to tell.
        }

        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isInterruptedMeanwhile(CompletableFuture<DriverMessage> answer, long nanos) {
        try {
            DriverMessage unused = answer.get(nanos, TimeUnit.NANOSECONDS);
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
