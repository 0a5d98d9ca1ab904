package dev.lakelight.property;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.RowSample;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What people read of a failed trial.
 *
 * @param trial that failed
 * @param number of the trial, from 1
 * @param times how many trials there were to be
 * @param generated its tables
 * @param smallest the smallest ones with which it fails
 * @param shrinking how they were found
 * @param failure what the check has thrown for these
 */
record TrialReport(
        Trial trial,
        int number,
        int times,
        List<GeneratedTable> generated,
        List<GeneratedTable> smallest,
        Shrinking shrinking,
        Throwable failure) {

    private static final int SHOWN = 20;

    String text() {
        String tables =
                IntStream.range(0, smallest.size()).mapToObj(this::table).collect(Collectors.joining("\n\n"));
        return """
                The check failed in trial %d of %d, seed %d. The smallest tables found for which it does, in %d tries%s:

                %s

                With them it fails by:
                %s

                To run this trial alone: .withSeed(%d).times(1)""".formatted(
                        number,
                        times,
                        trial.seed(),
                        shrinking.tries(),
                        shrinking.isCutShort() ? ", when it gave up" : "",
                        tables,
                        indented(failure),
                        trial.seed());
    }

    private String table(int index) {
        GeneratedTable table = smallest.get(index);
        int count = table.rows().size();
        String heading = "%s, %d of %d rows"
                .formatted(table.name(), count, generated.get(index).rows().size());

        if (count == 0) {
            return heading;
        }

        String shown = count > SHOWN ? "%s, the first %d".formatted(heading, SHOWN) : heading;
        return shown + ":\n" + RowSample.text(ComparedTable.of(table.name(), table.content()));
    }

    private static String indented(Throwable failure) {
        return failure.toString()
                .lines()
                .map(line -> ("  " + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
