package dev.lakelight.benchmark.measure;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where and how often a benchmark is run.
 *
 * @param directory absolute folder for whatever it writes, below the build directory
 * @param rounds how often each contender is measured, at least once; what is run to warm up comes on top
 * @param log told what goes on, a line at a time
 * @param machine to be waited for when all is prepared and the measuring begins
 */
public record Workbench(Path directory, int rounds, Consumer<String> log, QuietMachine machine) {

    public Workbench {
        requireNonNull(directory, "directory");
        requireNonNull(log, "log");
        requireNonNull(machine, "machine");
        if (rounds < 1) {
            throw new IllegalArgumentException("A benchmark needs a round at least, not " + rounds + ".");
        }
    }

    /** Wait for a quiet machine. Return its load then, which goes into the findings. */
    public Load quiet() {
        return machine.await(log);
    }
}
