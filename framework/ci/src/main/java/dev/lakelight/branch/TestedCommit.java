package dev.lakelight.branch;

import dev.lakelight.verdict.RunFacts;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells the verdict which commit the tests ran on. */
public final class TestedCommit {

    private static final String NONE = "(none)";

    private TestedCommit() {}

    /**
     * Add to what is known of a run, after it, which commit is checked out now and which one should be: the one that was
     * checked out at its start, if that is the branch's. They differ when HEAD moved during the run, and when the build server
     * says that another commit is built. Reads one small file.
     *
     * @param run what is known of the run
     * @param atStart what was known of the branch before the run
     * @param directory of the project
     */
    public static RunFacts addTo(RunFacts run, BranchFacts atStart, Path directory) {
        String expected = expected(atStart);
        return expected == null ? run : run.onCommit(checkedOut(directory), expected);
    }

    private static @Nullable String expected(BranchFacts atStart) {
        if (atStart.contradiction() == null || atStart.commit() == null) {
            return atStart.head();
        }

        return atStart.commit().value();
    }

    private static String checkedOut(Path directory) {
        try (GitRepository repository = GitRepository.holding(directory).orElse(null)) {
            return repository == null ? NONE : repository.head().orElse(NONE);
        } catch (IOException | IllegalArgumentException e) {
            return NONE;
        }
    }
}
