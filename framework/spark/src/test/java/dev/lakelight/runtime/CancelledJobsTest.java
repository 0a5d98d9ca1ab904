package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.ThrownText;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class CancelledJobsTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    private final CountDownLatch ended = new CountDownLatch(1);

    /** A job that ends by being cancelled only, from a thread that outlives the run. */
    private CompletableFuture<Long> startLate(RunSession session) {
        CompletableFuture<Long> result = new CompletableFuture<>();
        Thread late = new Thread(() -> {
            try {
                ended.await();
                result.complete(session.range(1)
                        .filter((FilterFunction<Long>) id -> {
                            while (!TaskContext.get().isInterrupted()) {
                                Thread.sleep(20);
                            }

                            return true;
                        })
                        .count());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        late.setDaemon(true);
        late.start();
        return result;
    }

    @Test
    void jobsThatAFailedRunStartsLateAreCancelled() {
        RunSession session = RunSession.of(lake.session(), Map.of());
        CompletableFuture<?>[] job = new CompletableFuture<?>[1];

        assertThatThrownBy(() -> session.active(() -> {
                    job[0] = startLate(session);
                    throw new CancelledRun();
                }))
                .isInstanceOf(CancelledRun.class);
        ended.countDown();

        assertThatThrownBy(() -> job[0].get())
                .isInstanceOf(ExecutionException.class)
                .satisfies(e -> assertThat(ThrownText.chain(e).toString()).contains("cancelled"));
    }

    @Test
    void jobsOfOtherRunsGoOn() {
        RunSession failed = RunSession.of(lake.session(), Map.of());
        RunSession other = RunSession.of(lake.session(), Map.of());

        assertThatThrownBy(() -> failed.active(() -> {
                    throw new CancelledRun();
                }))
                .isInstanceOf(CancelledRun.class);
        long[] count = new long[1];
        other.active(() -> count[0] = other.range(100).repartition(3).count());

        assertThat(count).containsExactly(100);
    }
}
