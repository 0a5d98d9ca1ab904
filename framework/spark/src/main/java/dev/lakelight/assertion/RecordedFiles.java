package dev.lakelight.assertion;

import dev.lakelight.lake.Lake;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;

/** Which files of expected rows were recorded by the assertions of a test. A test that records has not tested anything. */
public final class RecordedFiles {

    private static final Map<Lake, Set<String>> BY_LAKE = Collections.synchronizedMap(new WeakHashMap<>());

    private RecordedFiles() {}

    /**
     * Fail when assertions about a lake have recorded something, and forget it.
     *
     * @throws AssertionError when they have; the message names the files
     */
    public static void failIfAny(Lake lake) {
        Set<String> files = BY_LAKE.remove(lake);

        if (files != null) {
            throw new AssertionError(
                    "Recorded, not tested: %s. Review and commit what was recorded, then run again without lakelight.record."
                            .formatted(String.join(", ", List.copyOf(files))));
        }
    }

    static void add(Lake lake, String file) {
        BY_LAKE.computeIfAbsent(lake, first -> Collections.synchronizedSet(new TreeSet<>()))
                .add(file);
    }
}
