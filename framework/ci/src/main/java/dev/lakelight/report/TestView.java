package dev.lakelight.report;

import java.util.List;

/**
 * One test on the page.
 *
 * @param anchor its place in the page
 * @param status {@code passed}, {@code failed}, {@code error}, {@code skipped} or {@code lost}
 * @param bad whether it makes the run RED
 * @param kind of test, for the filter
 * @param suite it belongs to
 * @param name within the suite
 * @param source where it is declared; empty when unknown
 * @param duration in words
 * @param problemLine the first line of why it failed or was skipped; empty when it passed
 * @param problem all of it; empty when the line says all
 * @param trace stack trace; empty when there is none
 * @param place the cell to look at; empty when there is none
 * @param reason why that cell failed, its first line; empty when there is none
 * @param differences that made it fail
 * @param jobs that it ran
 * @param runs of modules, those of jobs among them
 */
record TestView(
        String anchor,
        String status,
        boolean bad,
        Kind kind,
        String suite,
        String name,
        String source,
        String duration,
        String problemLine,
        String problem,
        String trace,
        String place,
        String reason,
        List<DifferenceView> differences,
        List<JobView> jobs,
        List<RunView> runs) {

    /** What the filter knows of a test's kind. */
    record Kind(String value, String label) {}

    /** Return the cell to look at; empty when the problem's first line names it already. */
    String placeToSay() {
        return problemLine.contains(place) ? "" : place;
    }

    /** Return why the cell failed; empty when the problem's first line says it already. */
    String reasonToSay() {
        return problemLine.contains(reason) ? "" : reason;
    }

    boolean hasPlaces() {
        return !place.isEmpty() || !source.isEmpty();
    }
}
