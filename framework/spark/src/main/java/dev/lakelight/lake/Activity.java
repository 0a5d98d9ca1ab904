package dev.lakelight.lake;

import dev.lakelight.result.LastWrite;
import dev.lakelight.result.SourceLocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What ran in a lake and when. Delta tables know when they were written, not by whom; together that tells the cell which wrote a
 * table last. Thread-safe.
 */
public final class Activity {

    private final List<Span> spans = new CopyOnWriteArrayList<>();

    Activity() {}

    /** Do a piece of work and remember when. */
    public void during(Work work, Runnable body) {
        long begin = System.currentTimeMillis();
        try {
            body.run();
        } finally {
            spans.add(new Span(work, begin, System.currentTimeMillis()));
        }
    }

    /** Return what ran at a time: of pieces of work within others the innermost; nothing when several ran beside each other. */
    Optional<Work> at(long millis) {
        List<Span> running = spans.stream()
                .filter(span -> span.begin() <= millis && millis <= span.end())
                .sorted(Comparator.comparingLong(span -> span.end() - span.begin()))
                .toList();
        return running.stream()
                .findFirst()
                .filter(innermost -> running.stream().allMatch(innermost::isWithin))
                .map(Span::work);
    }

    /**
     * A piece of work that can write tables.
     *
     * @param cell 1-based number of a notebook's cell, or 0 for a class
     * @param title of the cell, or null
     * @param source notebook and first line of the cell, or the name of the class
     */
    public record Work(int cell, @Nullable String title, SourceLocation source) {

        LastWrite committed(String operation) {
            return new LastWrite(operation, cell, title, source);
        }
    }

    private record Span(Work work, long begin, long end) {

        boolean isWithin(Span other) {
            return other.begin <= begin && end <= other.end;
        }
    }
}
