package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.lake.Activity.Work;
import dev.lakelight.result.SourceLocation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private final Activity activity = new Activity();
    private long noticed;

    @Test
    void namesTheInnermostPieceOfWork() {
        activity.during(cell(1), () -> {
            pass();
            activity.during(cell(2), () -> {
                pass();
                noticed = System.currentTimeMillis();
                pass();
            });
            pass();
        });

        assertThat(activity.at(noticed)).contains(cell(2));
    }

    @Test
    void namesNothingBeforeAndAfter() {
        long before = System.currentTimeMillis() - 1;
        activity.during(cell(1), ActivityTest::pass);

        assertThat(activity.at(before)).isEmpty();
        assertThat(activity.at(System.currentTimeMillis() + 1)).isEmpty();
    }

    @Test
    void namesNothingWhenTwoRanBesideEachOther() {
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch secondRuns = new CountDownLatch(1);
        Thread first = new Thread(() -> activity.during(cell(1), () -> {
            pass();
            firstRuns.countDown();
            await(secondRuns);
            pass();
        }));
        first.start();
        await(firstRuns);

        activity.during(cell(2), () -> {
            pass();
            noticed = System.currentTimeMillis();
            pass();
            secondRuns.countDown();
            join(first);
            pass();
        });

        assertThat(activity.at(noticed)).isEmpty();
    }

    private static Work cell(int number) {
        return new Work(number, null, new SourceLocation("silver/customers.sql", 10 * number));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass() {
        long begin = System.currentTimeMillis();
        while (System.currentTimeMillis() - begin < 3) {
            Thread.onSpinWait();
        }
    }
}
