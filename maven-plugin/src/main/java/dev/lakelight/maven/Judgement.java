package dev.lakelight.maven;

import static java.util.Objects.requireNonNull;

import dev.lakelight.report.Report;

/**
 * What the goal {@code verify} found.
 *
 * @param report all that is told, the verdict included
 * @param environmentIsBroken whether it is RED because the suite could not be run as it should, whatever the tests found
 */
record Judgement(Report report, boolean environmentIsBroken) {

    Judgement {
        requireNonNull(report, "report");
    }

    boolean isGreen() {
        return report.verdict().isGreen();
    }

    /** Return why it is RED, for the error that ends the build. */
    String message(String page) {
        String reasons = String.join("\n  ", report.verdict().reasons());
        String found = environmentIsBroken ? "The suite could not be run" : "The suite is RED";
        return "%s:\n  %s\nReport: %s".formatted(found, reasons, page);
    }
}
