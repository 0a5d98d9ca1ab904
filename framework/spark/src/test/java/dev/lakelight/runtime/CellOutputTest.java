package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.SourceLocation;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CellOutputTest {

    private static final SourceLocation PLACE = new SourceLocation("a.sql", 3);

    @Test
    void keepsWhatItsThreadsPrint() {
        CellOutput outer = new CellOutput(PLACE);
        CellOutput inner = new CellOutput(PLACE);

        outer.collect(() -> {
            System.out.print("outer ");
            inner.collect(() -> System.out.print("inner é"));
            printInThread("thread");
        });
        System.out.print("nobody");

        assertThat(outer.text()).isEqualTo("outer thread");
        assertThat(inner.text()).isEqualTo("inner é");
        assertThat(CellOutput.current()).isEmpty();
    }

    @Test
    void takesNothingAfterItsEnd() throws InterruptedException {
        CellOutput output = new CellOutput(PLACE);
        CountDownLatch ended = new CountDownLatch(1);
        Thread[] late = new Thread[1];

        output.collect(() -> {
            late[0] = new Thread(() -> {
                awaitUninterruptibly(ended);
                System.out.print("late");
            });
            late[0].start();
        });
        ended.countDown();
        late[0].join();

        assertThat(output.text()).isEmpty();
    }

    @Test
    void saysWhatItLeavesOut() {
        CellOutput output = new CellOutput(PLACE);
        String tooMuch = "x".repeat(CellOutput.TEXT_LIMIT + 7);

        output.collect(
                () -> output.write(tooMuch.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, tooMuch.length()));

        assertThat(output.text()).hasSize(CellOutput.TEXT_LIMIT + 19).endsWith("x\n... (7 bytes more)");
    }

    private static void printInThread(String text) {
        Thread thread = new Thread(() -> System.out.print(text));
        thread.start();

        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
