package dev.lakelight.runtime;

import dev.lakelight.dbutils.NotebookExit;
import dev.lakelight.lake.Activity;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs cells and keeps what became of them, in the order in which they began. */
final class CellRecorder {

    private final Activity activity;
    private final List<@Nullable CellRun> cells = new ArrayList<>();

    CellRecorder(Activity activity) {
        this.activity = activity;
    }

    /** Return the cells that have ended. */
    List<CellRun> cells() {
        return cells.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Run a cell; what it fails with is recorded and thrown. */
    void run(CellPlace place, Consumer<CellOutput> work) {
        int slot = cells.size();
        cells.add(null);
        CellOutput output = new CellOutput(place.firstLine());
        Recording recording = new Recording(place, output, System.nanoTime());

        try {
            activity.during(place.work(), () -> output.collect(() -> work.accept(output)));
            cells.set(slot, recording.end(Status.SUCCEEDED, null));
        } catch (Throwable thrown) {
            NotebookExit.in(thrown).ifPresent(exit -> {
                cells.set(slot, recording.end(Status.EXITED, null));
                throw exit;
            });
            RuntimeException failure = located(thrown, place);
            cells.set(slot, recording.end(Status.FAILED, Problems.of(failure)));
            throw failure;
        }
    }

    private static RuntimeException located(Throwable thrown, CellPlace place) {
        boolean knowsPlace =
                thrown instanceof UserError error && error.location().isPresent();

        if (knowsPlace || thrown instanceof CellFailedException) {
            return (RuntimeException) thrown;
        }

        return new CellFailedException(place, place.firstLine(), thrown);
    }

    private record Recording(CellPlace place, CellOutput output, long startedAt) {

        CellRun end(Status status, @Nullable Problem problem) {
            return new CellRun(
                    place.cell().number(),
                    place.cell().language(),
                    place.cell().title().orElse(null),
                    place.firstLine(),
                    place.cell().text(),
                    status,
                    Duration.ofNanos(System.nanoTime() - startedAt),
                    output.table(),
                    output.text(),
                    output.warnings(),
                    problem);
        }
    }
}
