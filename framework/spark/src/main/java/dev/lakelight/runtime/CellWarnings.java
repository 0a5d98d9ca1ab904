package dev.lakelight.runtime;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells users of something that runs differently here, and does not fail for it. */
public final class CellWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(CellWarnings.class);

    private CellWarnings() {}

    /**
     * Add a warning to the record of the current thread's cell; outside of cells it is logged.
     *
     * @param message a sentence or more
     */
    public static void add(String message) {
        Optional<CellOutput> cell = CellOutput.current();
        cell.ifPresentOrElse(output -> output.warn(message), () -> LOG.warn("{}", message));
    }
}
