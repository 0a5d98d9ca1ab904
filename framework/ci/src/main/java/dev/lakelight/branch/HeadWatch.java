package dev.lakelight.branch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Notices when another commit is checked out while a suite runs. Reads one small file, so it costs next to nothing. */
public final class HeadWatch {

    private static final String NONE = "nothing";

    private final Path directory;
    private final String before;

    private HeadWatch(Path directory) {
        this.directory = directory;
        this.before = head(directory);
    }

    /** Remember the commit that is checked out now in the repository that holds a directory. */
    public static HeadWatch start(Path directory) {
        return new HeadWatch(directory);
    }

    /** Return why the verdict must be RED if another commit is checked out by now; empty when it is the same one. */
    public Optional<String> movement() {
        String after = head(directory);
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(Notes.moved(Fact.abbreviate(before), Fact.abbreviate(after)));
    }

    private static String head(Path directory) {
        try (GitRepository repository = GitRepository.holding(directory).orElse(null)) {
            return repository == null ? NONE : repository.head().orElse(NONE);
        } catch (IOException | IllegalArgumentException e) {
            return NONE;
        }
    }
}
