package dev.lakelight.workspace.job.store;

import dev.lakelight.workspace.job.store.Page.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Reads a page of those items that someone may see, in chunks from the database. */
final class PageReader<T> {

    private static final int SMALLEST_CHUNK = 50;

    private final Source<T> source;
    private final ToLongFunction<T> number;
    private final Predicate<T> isVisible;

    PageReader(Source<T> source, ToLongFunction<T> number, Predicate<T> isVisible) {
        this.source = source;
        this.number = number;
        this.isVisible = isVisible;
    }

    /** Return a page, without the first items when some are to be left out. */
    Page<T> read(Start start, int size, int left) {
        List<T> found = visible(start, left + size + 1);
        boolean hasMore = found.size() > left + size;
        List<T> items =
                new ArrayList<>(found.subList(Math.min(left, found.size()), Math.min(left + size, found.size())));

        if (!start.isForward()) {
            Collections.reverse(items);
        }

        boolean hasOlder = !start.isForward() || hasMore;
        boolean hasNewer = start.isForward() ? (!start.equals(Start.NEWEST) || left > 0) : hasMore;
        return new Page<>(
                items,
                (items.isEmpty() || !hasOlder)
                        ? Optional.empty()
                        : Optional.of(new Start(true, numberOf(items, items.size() - 1)).token()),
                (items.isEmpty() || !hasNewer)
                        ? Optional.empty()
                        : Optional.of(new Start(false, numberOf(items, 0)).token()));
    }

    private long numberOf(List<T> items, int index) {
        return number.applyAsLong(items.get(index));
    }

    private List<T> visible(Start start, int wanted) {
        List<T> found = new ArrayList<>();
        int chunk = Math.max(wanted, SMALLEST_CHUNK);
        Start next = start;
        List<T> read;

        do {
            read = source.read(next, chunk);
            read.stream().filter(isVisible).forEach(found::add);
            next = read.isEmpty() ? next : new Start(start.isForward(), numberOf(read, read.size() - 1));
        } while (read.size() == chunk && found.size() < wanted);

        return found.subList(0, Math.min(wanted, found.size()));
    }

    /** Where items come from. */
    @FunctionalInterface
    interface Source<T> {

        /** Return the items that are nearest to a start, without itself: the newest first when it is forward, else the oldest. */
        List<T> read(Start start, int limit);
    }
}
