package dev.lakelight.junit.testbed;

import dev.lakelight.assertion.ContentBefore;
import dev.lakelight.lake.Lake;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs something again on its own result.
 *
 * @param lake that it ran in
 * @param work what is run, as messages call it
 */
public record SecondRun(Lake lake, String work) {

    /**
     * Run it, and compare what the tables hold with what they held before.
     *
     * @param again runs it and returns why it failed, if it did
     * @throws AssertionError when it fails or changes something
     */
    public void verify(Supplier<Optional<RuntimeException>> again) {
        ContentBefore before = ContentBefore.of(lake);
        again.get().ifPresent(failure -> {
            throw failed(failure);
        });
        before.verifyUnchanged(work);
    }

    private AssertionError failed(RuntimeException failure) {
        return new AssertionError(
                "%s is not idempotent: it was run again on its own result, and failed.\n\n%s"
                        .formatted(work, failure.getMessage()),
                failure);
    }
}
