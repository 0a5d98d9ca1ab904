package dev.lakelight.report;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.TableSample;
import dev.lakelight.result.TestResult;

/** How much the page may still hold, in characters, so that it opens at once however many tests there are. */
final class PageRoom {

    private static final long ROOM = 3_000_000;
    private static final int CELL_MARKUP = 600;
    private static final int VALUE_MARKUP = 20;

    private long left = ROOM;

    /** Take room, whether there is enough or not. */
    void reserve(TestResult test) {
        left -= size(test);
    }

    /** Take room if there is enough. */
    boolean take(TestResult test) {
        long size = size(test);

        if (size > left) {
            return false;
        }

        left -= size;
        return true;
    }

    private static long size(TestResult test) {
        return test.runs().stream()
                .flatMap(run -> run.cells().stream())
                .mapToLong(PageRoom::size)
                .sum();
    }

    private static long size(CellRun cell) {
        TableSample output = cell.output();
        long values = output == null
                ? 0
                : (long) output.rows().size() * output.columns().size();
        return CELL_MARKUP + cell.code().length() + cell.text().length() + values * VALUE_MARKUP;
    }
}
