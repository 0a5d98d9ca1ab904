package dev.lakelight.junit.engine;

import dev.lakelight.junit.testbed.TestBeds;
import org.jspecify.annotations.Nullable;

/** What a test does. */
@FunctionalInterface
interface TestBody {

    /**
     * Run it; it passes when this returns.
     *
     * @param beds gives the test what it stands on
     * @param testId unique id of the test
     * @param configuration name of the configuration to run under, or null for none
     */
    void run(TestBeds beds, String testId, @Nullable String configuration) throws Exception;
}
