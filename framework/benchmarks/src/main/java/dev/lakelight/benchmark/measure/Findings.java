package dev.lakelight.benchmark.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark has found.
 *
 * @param loadAtStart of the machine when measuring began
 * @param text tables and notes, in Markdown
 * @param measurements every single one, by names that tell its unit
 */
public record Findings(Load loadAtStart, String text, List<Map<String, Object>> measurements) {

    public Findings {
        requireNonNull(loadAtStart, "loadAtStart");
        requireNonNull(text, "text");
        measurements = measurements.stream().map(Map::copyOf).toList();
    }
}
