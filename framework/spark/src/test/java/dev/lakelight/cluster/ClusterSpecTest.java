package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSpecTest {

    @Test
    void isEmbeddedWhenNoPropertyIsSet() {
        assertThat(of(Map.of())).isEqualTo(ClusterSpec.embedded());
        assertThat(of(Map.of("lakelight.cluster", "embedded", "lakelight.executors", "2")))
                .isEqualTo(ClusterSpec.embedded());
    }

    @Test
    void hasTwoExecutorProcessesUnlessAskedForMore() {
        assertThat(of(Map.of("lakelight.cluster", "processes"))).isEqualTo(ClusterSpec.processes(2));
        assertThat(of(Map.of("lakelight.executors", " 3 "))).isEqualTo(ClusterSpec.processes(3));
    }

    @Test
    void isRefinedByCoresAndMemory() {
        ClusterSpec spec = of(Map.of(
                "lakelight.cluster", "processes", "lakelight.executor.cores", "4", "lakelight.executor.memory", "2g"));

        assertThat(spec).isEqualTo(ClusterSpec.processes(2).withCores(4).withMemoryMegabytes(2048));
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "512m, 512", "512 MB, 512", "2g, 2048", "2GB, 2048"})
    void readsMemory(String text, int megabytes) {
        assertThat(of(Map.of("lakelight.executor.memory", text)).memoryMegabytes())
                .isEqualTo(megabytes);
    }

    @ParameterizedTest
    @CsvSource({"spark://host:7077", "yarn", "k8s://https://host:6443"})
    void isExternalForTheUrlOfAMaster(String master) {
        assertThat(of(Map.of("lakelight.cluster", master))).isEqualTo(ClusterSpec.external(master));
    }

    @Test
    void readsTheTimeToWaitForExecutors() {
        assertThat(timeout(Map.of())).hasSeconds(60);
        assertThat(timeout(Map.of("lakelight.cluster.timeout", "90"))).hasSeconds(90);
        assertThat(timeout(Map.of("lakelight.cluster.timeout", "90s"))).hasSeconds(90);
        assertThat(timeout(Map.of("lakelight.cluster.timeout", "2 min"))).hasMinutes(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lakelight.cluster         | local[2] | embedded, processes, or the URL of a master such as spark://host:7077, k8s://…, yarn
            lakelight.executors       | 0        | a whole number from 1 to 9999
            lakelight.executors       | two      | a whole number from 1 to 9999
            lakelight.executor.cores  | -1       | a whole number from 1 to 9999
            lakelight.executor.memory | 1t       | a whole number with m or g, such as 512m or 2g
            lakelight.cluster.timeout | soon     | a whole number with s or m, such as 90s or 2m
            """)
    void refusesOtherValues(String name, String value, String accepted) {
        ClusterProperties properties = new ClusterProperties(Map.of(name, value)::get);

        assertThatThrownBy(() -> {
                    properties.spec();
                    properties.timeout();
                })
                .isInstanceOf(UserError.class)
                .hasMessage("Property " + name + " is '" + value + "'. It must be " + accepted + ".");
    }

    @Test
    void refusesToHaveNoExecutors() {
        assertThatThrownBy(() -> ClusterSpec.processes(0))
                .isInstanceOf(UserError.class)
                .hasMessage("The cluster's number of executors is 0. It must be a whole number of at least 1.");
    }

    @Test
    void tellsWhatItIsInAFewWords() {
        assertThat(ClusterSpec.embedded().withCores(1).description()).isEqualTo("embedded, 1 thread");
        assertThat(ClusterSpec.processes(1).description()).isEqualTo("1 executor process, 1 core and 1024 MB each");
        assertThat(ClusterSpec.processes(2).withCores(2).description())
                .isEqualTo("2 executor processes, 2 cores and 1024 MB each");
        assertThat(ClusterSpec.external("yarn").description()).isEqualTo("external master yarn");
    }

    @Test
    void laterSettingsWin() {
        ClusterSpec spec = ClusterSpec.embedded()
                .withSettings(Map.of("spark.a", "1", "spark.b", "1"))
                .withSettings(Map.of("spark.a", "2"));

        assertThat(spec.settings()).containsExactlyInAnyOrderEntriesOf(Map.of("spark.a", "2", "spark.b", "1"));
    }

    private static ClusterSpec of(Map<String, String> properties) {
        return ClusterSpec.ofProperties(properties::get);
    }

    private static java.time.Duration timeout(Map<String, String> properties) {
        return new ClusterProperties(properties::get).timeout();
    }
}
