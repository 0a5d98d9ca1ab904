package dev.lakelight.junit.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchHintTest {

    private static final List<String> SPARKS_OPTIONS =
            List.of(JavaModuleOptions.defaultModuleOptions().split(" "));

    @Test
    void isGivenToASurefireJvmWithoutTheProfile(@TempDir Path target) throws Exception {
        Files.createDirectories(target.resolve("lakelight/launch"));

        assertThat(LaunchHint.hint(target, true, List.of("-Xmx1g"))).contains(LaunchHint.HINT);
        assertThat(LaunchHint.hint(target, true, SPARKS_OPTIONS)).isEmpty();
        assertThat(LaunchHint.hint(target, false, List.of("-Xmx1g"))).isEmpty();
    }

    @Test
    void isNotGivenWhereNoProfileWasMade(@TempDir Path target) {
        assertThat(LaunchHint.hint(target, true, List.of("-Xmx1g"))).isEmpty();
    }
}
