package dev.lakelight.benchmark.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceTimesTest {

    private final Map<Measured, List<Double>> milliseconds = new EnumMap<>(Measured.class);
    private final WorkspaceTimes times = new WorkspaceTimes(milliseconds);

    {
        Arrays.stream(Measured.values()).forEach(what -> milliseconds.put(what, List.of(1.0, 3.0)));
        milliseconds.put(Measured.REPO_UPDATE, List.of(200.0, 250.0));
    }

    @Test
    void showsTimesBesideTheirTargets() {
        assertThat(times.text())
                .startsWith("Milliseconds: the median of 2 rounds, least and most in parentheses.")
                .containsPattern("(?m)^\\| jobs/get +\\| +2\\.00 \\(1\\.00 to 3\\.00\\) \\| +below 10 \\|$")
                .containsPattern(
                        "(?m)^\\| repos\\.update of 1,000 files, .* \\| 225\\.00 \\(200\\.00 to 250\\.00\\) \\| below 300 \\|$")
                .containsPattern("(?m)^\\| 200 requests of 20 clients at once, .*\\| +no error \\|$");
    }

    @Test
    void keepsEveryRound() {
        assertThat(times.measurements())
                .hasSize(2)
                .last()
                .satisfies(round ->
                        assertThat(round).containsEntry("round", 2).containsEntry("repo_updateMilliseconds", 250.0));
    }
}
