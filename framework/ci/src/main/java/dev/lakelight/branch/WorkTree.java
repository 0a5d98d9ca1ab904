package dev.lakelight.branch;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;

/**
 * Whether the files on disk are those of the checked-out commit. Modified, added, deleted and conflicting files count, and
 * so do untracked ones, because a notebook or data file that was never committed can decide a test; ignored files do not.
 *
 * @param state the answer
 * @param changes number of files that differ; 0 when clean or unknown
 * @param examples the first of them, relative to the root of the work tree, sorted
 */
public record WorkTree(State state, int changes, List<String> examples) {

    /** Whether the work tree was found to differ from HEAD. */
    public enum State {
        CLEAN,
        DIRTY,
        /** There is no work tree, or it could not be read; a note says why. */
        UNKNOWN
    }

    private static final int SHOWN = 5;

    public WorkTree {
        requireNonNull(state, "state");
        examples = List.copyOf(examples);
    }

    static WorkTree unknown() {
        return new WorkTree(State.UNKNOWN, 0, List.of());
    }

    static WorkTree of(Collection<String> changed) {
        if (changed.isEmpty()) {
            return new WorkTree(State.CLEAN, 0, List.of());
        }

        List<String> examples = changed.stream().sorted().limit(SHOWN).toList();
        return new WorkTree(State.DIRTY, changed.size(), examples);
    }
}
