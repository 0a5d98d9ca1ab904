package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A unit test: surefire runs it, in a JVM with the launch profile. */
class OrderTest {

    @Test
    void usesTheOtherModule() {
        assertEquals(10, new Order(1, 10).amount());
    }

    @Test
    void runsWithTheLaunchProfile() {
        assertTrue(ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:TieredStopAtLevel=1"));
    }
}
