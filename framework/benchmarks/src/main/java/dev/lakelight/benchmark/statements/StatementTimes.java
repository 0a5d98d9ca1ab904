package dev.lakelight.benchmark.statements;

import static java.util.Objects.requireNonNull;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.Ratio;
import dev.lakelight.benchmark.measure.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Milliseconds of each statement, one figure for each round: first with the state on the driver, then by Delta's jobs. */
record StatementTimes(Map<Statement, List<Double>> driver, Map<Statement, List<Double>> jobs) {

    StatementTimes {
        driver = new EnumMap<>(driver);
        jobs = new EnumMap<>(jobs);
    }

    String text() {
        return """
                Milliseconds: the median of %d rounds, least and most in parentheses.

                %s""".formatted(rounds(), table());
    }

    private String table() {
        TextTable table = new TextTable("Statement", "here", "by Delta's jobs", "ratio");

        for (Statement statement : Statement.values()) {
            addRow(table, statement.name(), of(driver, statement), of(jobs, statement));
        }

        return addRow(table, "all", sums(driver), sums(jobs)).text();
    }

    private static TextTable addRow(TextTable table, String name, List<Double> here, List<Double> byJobs) {
        return table.row(
                name,
                Distribution.of(here).text(),
                Distribution.of(byJobs).text(),
                Ratio.of(here, byJobs).text());
    }

    private List<Double> sums(Map<Statement, List<Double>> times) {
        List<Double> sums = new ArrayList<>();

        for (int round = 0; round < rounds(); round++) {
            int index = round;
            sums.add(times.values().stream().mapToDouble(all -> all.get(index)).sum());
        }

        return sums;
    }

    List<Map<String, Object>> measurements() {
        List<Map<String, Object>> measurements = new ArrayList<>();

        for (int round = 0; round < rounds(); round++) {
            for (Statement statement : Statement.values()) {
                measurements.add(Map.of(
                        "round", round + 1,
                        "statement", statement.name(),
                        "driverMilliseconds", of(driver, statement).get(round),
                        "jobsMilliseconds", of(jobs, statement).get(round)));
            }
        }

        return measurements;
    }

    private int rounds() {
        return of(driver, Statement.INSERT).size();
    }

    private static List<Double> of(Map<Statement, List<Double>> times, Statement statement) {
        return requireNonNull(times.get(statement));
    }
}
