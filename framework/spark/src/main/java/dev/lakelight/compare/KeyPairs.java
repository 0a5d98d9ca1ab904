package dev.lakelight.compare;

import dev.lakelight.compare.Differences.Changed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs missing rows with unexpected ones of the same key. */
final class KeyPairs {

    private final RowKey key;
    private final List<Changed> changed = new ArrayList<>();
    private final List<CountedRow> missing = new ArrayList<>();
    private final List<CountedRow> unexpected = new ArrayList<>();
    private long paired;

    private KeyPairs(RowKey key) {
        this.key = key;
    }

    /** Return the differences of a match, those of equal keys as changes. */
    static Differences of(MultisetMatch match, RowKey key) {
        KeyPairs pairs = new KeyPairs(key);
        pairs.pair(match.missing().rows(), match.unexpected().rows());
        return new Differences(
                pairs.missing,
                match.missing().total() - pairs.paired,
                pairs.unexpected,
                match.unexpected().total() - pairs.paired,
                pairs.changed,
                pairs.paired);
    }

    private void pair(List<CountedRow> expected, List<CountedRow> actual) {
        Map<List<@Nullable Object>, List<CountedRow>> found = new LinkedHashMap<>();
        actual.forEach(row -> found.computeIfAbsent(key.of(row.values()), any -> new ArrayList<>())
                .add(row));
        expected.forEach(row -> pair(row, found.getOrDefault(key.of(row.values()), new ArrayList<>())));
        found.values().forEach(unexpected::addAll);
    }

    /** Takes what is paired out of the candidates. */
    private void pair(CountedRow expected, List<CountedRow> candidates) {
        long left = expected.count();

        while (left > 0 && !candidates.isEmpty()) {
            CountedRow actual = candidates.remove(0);
            long count = Math.min(left, actual.count());
            changed.add(new Changed(expected.values(), actual.values(), count));
            paired += count;
            left -= count;

            if (actual.count() > count) {
                candidates.add(0, new CountedRow(actual.values(), actual.count() - count));
            }
        }

        if (left > 0) {
            missing.add(new CountedRow(expected.values(), left));
        }
    }
}
