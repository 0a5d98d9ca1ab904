package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgLineTest {

    private final List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();

    @Test
    void hasTheLaunchProfileUnlessSkipped() {
        boolean skipped = Boolean.getBoolean("lakelight.skip");

        assertEquals(!skipped, options.contains("-XX:TieredStopAtLevel=1"), options::toString);
    }

    @Test
    void hasSparkOnItsClassPath() throws ClassNotFoundException {
        Class.forName("org.apache.spark.SparkConf");
    }

    @Test
    void keepsTheProjectsOwnOptions() {
        boolean none = Path.of("").toAbsolutePath().endsWith("none");

        assertEquals(!none, options.contains("-Dit.own=yes"), options::toString);
    }
}
