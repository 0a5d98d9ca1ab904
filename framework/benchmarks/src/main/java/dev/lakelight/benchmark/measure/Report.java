package dev.lakelight.benchmark.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings of a benchmark as files show them.
 *
 * @param machine facts by name, in the order to show them
 * @param loadAtEnd of the machine when all was measured; the benchmark itself is part of it
 */
public record Report(
        Benchmark benchmark, Findings findings, Map<String, String> machine, Load loadAtEnd, Instant time) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Report {
        machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
        time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Return it in Markdown. */
    public String markdown() {
        return "# %s\n\n%s\n\n%s%s\n%s"
                .formatted(benchmark.name(), benchmark.question(), warning(), findings.text(), facts());
    }

    /** Return it in JSON lines: the machine first, then each measurement. */
    public String jsonLines() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("benchmark", benchmark.name());
        head.put("time", time.toString());
        head.put("loadAtStart", findings.loadAtStart().average());
        head.put("loadAtEnd", loadAtEnd.average());
        head.put("machine", machine);
        return Stream.concat(Stream.of(head), findings.measurements().stream().map(TreeMap::new))
                .map(Report::json)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String warning() {
        Load load = findings.loadAtStart();
        if (load.isQuiet()) {
            return "";
        }
        return """
                **The machine was not known to be quiet: its load was %s on %d processors. Trust ratios of CPU time at most:
                a contender that could use more processors loses more wall time to others.**

                """.formatted(load.text(), load.processors());
    }

    private String facts() {
        TextTable table = new TextTable("Measured on", time.toString());
        machine.forEach(table::row);
        table.row("Load at the start", findings.loadAtStart().text());
        table.row("Load at the end", loadAtEnd.text());
        return table.text();
    }

    private static String json(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + values + " as JSON", e);
        }
    }
}
