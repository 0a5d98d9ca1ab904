package dev.lakelight.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what became of foreign notebooks: {@code notebooks.md} with a line for each, {@code cells.tsv} with one for each cell. */
final class TrialReport {

    private static final String LINE = "| %s | %d | %d | %d | %d | %.1f |%n";

    private final Path notebooks;
    private final Path cells;
    private final Path failures;
    private final List<TriedCell> all = new ArrayList<>();

    private TrialReport(Path folder) {
        this.notebooks = folder.resolve("notebooks.md");
        this.cells = folder.resolve("cells.tsv");
        this.failures = folder.resolve("failures.txt");
    }

    static TrialReport in(Path folder) throws IOException {
        Files.createDirectories(folder);
        TrialReport report = new TrialReport(folder);
        Files.writeString(report.cells, "file\tcell\tplace\tlanguage\tend\tms\treason\n");
        Files.writeString(report.failures, "");
        Files.writeString(
                report.notebooks,
                "| notebook | cells | ran | refused | failed | s |\n|---|---:|---:|---:|---:|---:|\n");
        return report;
    }

    void add(String file, List<TriedCell> tried) throws IOException {
        List<TriedCell> code = tried.stream().filter(TriedCell::isCode).toList();
        all.addAll(code);
        append(notebooks, summary(file, code));

        for (TriedCell cell : code) {
            append(cells, cell.line(file));

            if (cell.end() != TriedCell.End.RAN) {
                String trace = cell.run().problem().trace().lines().limit(40).reduce("", (a, b) -> a + b + "\n");
                append(
                        failures,
                        "=== %s%n%s%n--- %s%n%s%n"
                                .formatted(
                                        cell.line(file),
                                        cell.run().code(),
                                        cell.run().problem().message(),
                                        trace));
            }
        }
    }

    /** Write the sums, and the time of an average cell that ran. */
    void finish() throws IOException {
        append(notebooks, summary("all", all));
        Map<String, List<TriedCell>> byLanguage = new TreeMap<>();
        all.stream()
                .filter(cell -> cell.end() == TriedCell.End.RAN)
                .forEach(cell -> byLanguage
                        .computeIfAbsent(cell.run().language(), language -> new ArrayList<>())
                        .add(cell));

        for (Map.Entry<String, List<TriedCell>> language : byLanguage.entrySet()) {
            append(
                    notebooks,
                    "%n%s: %d cells ran, in %.0f ms on average, %d ms in the median.%n"
                            .formatted(
                                    language.getKey(),
                                    language.getValue().size(),
                                    1000
                                            * seconds(language.getValue())
                                            / language.getValue().size(),
                                    median(language.getValue())));
        }
    }

    private static long median(List<TriedCell> cells) {
        List<Duration> sorted =
                cells.stream().map(cell -> cell.run().duration()).sorted().toList();
        return sorted.get(sorted.size() / 2).toMillis();
    }

    private static String summary(String name, List<TriedCell> cells) {
        return LINE.formatted(
                name,
                cells.size(),
                count(cells, TriedCell.End.RAN),
                count(cells, TriedCell.End.REFUSED),
                count(cells, TriedCell.End.FAILED),
                seconds(cells));
    }

    private static long count(List<TriedCell> cells, TriedCell.End end) {
        return cells.stream().filter(cell -> cell.end() == end).count();
    }

    private static double seconds(List<TriedCell> cells) {
        return cells.stream()
                        .mapToLong(cell -> cell.run().duration().toMillis())
                        .sum()
                / 1000.0;
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
