package dev.lakelight.runtime;

import dev.lakelight.catalog.ShownErrors;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableSample;
import dev.lakelight.result.Warning;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cell, or a module's main, prints, displays and is warned of. Threads that it starts belong to it until it ends; what they print
 * afterwards is not kept.
 */
final class CellOutput {

    /** How much printed text is kept, in bytes. */
    static final int TEXT_LIMIT = 1 << 20;

    private static final InheritableThreadLocal<@Nullable CellOutput> CURRENT = new InheritableThreadLocal<>();

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final List<Warning> warnings = new ArrayList<>();
    private SourceLocation place;
    private long dropped;
    private boolean ended;
    private @Nullable TableSample table;
    private @Nullable String shown;

    /** Collect what is printed and said at a place. */
    CellOutput(SourceLocation place) {
        this.place = place;
    }

    /** Return the output that the current thread belongs to. */
    static Optional<CellOutput> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Let what the current thread prints from now on belong to this output. */
    void join() {
        CURRENT.set(this);
    }

    /** Do work whose printing belongs to this output. */
    void collect(Runnable work) {
        CellOutput before = CURRENT.get();
        CURRENT.set(this);

        try {
            StandardOutput.routed(work);
        } finally {
            restore(before);
            end();
        }
    }

    private static void restore(@Nullable CellOutput before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    private synchronized void end() {
        ended = true;
        shown = ShownErrors.shownInActiveSession(text());
    }

    synchronized void write(byte[] bytes, int offset, int length) {
        int kept = ended ? 0 : Math.min(length, TEXT_LIMIT - text.size());
        text.write(bytes, offset, kept);
        dropped += ended ? 0 : length - kept;
    }

    void println(String line) {
        byte[] bytes = (line + System.lineSeparator()).getBytes(Charset.defaultCharset());
        write(bytes, 0, bytes.length);
    }

    /** Let warnings be those of another place in the cell. */
    synchronized void at(SourceLocation statement) {
        this.place = statement;
    }

    synchronized void warn(String message) {
        if (!ended) {
            warnings.add(new Warning(message, place));
        }
    }

    synchronized List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    synchronized void show(@Nullable TableSample sample) {
        this.table = sample;
    }

    synchronized @Nullable TableSample table() {
        return table;
    }

    /** Return what was printed. When the work has ended, it names schemas as users do: plans of Spark, for one, do not. */
    synchronized String text() {
        if (shown != null) {
            return shown;
        }

        String kept = text.toString(Charset.defaultCharset());
        return dropped == 0 ? kept : kept + "\n... (%d bytes more)".formatted(dropped);
    }
}
