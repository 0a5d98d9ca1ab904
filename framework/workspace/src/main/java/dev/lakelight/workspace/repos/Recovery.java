package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.repos.RepoStore.CutOffUpdate;
import java.io.IOException;
import java.nio.file.Path;

/** Takes back a change of files that was cut off. */
final class Recovery {

    private Recovery() {}

    static void run(Path folder, CutOffUpdate update) throws IOException {
        GitFolder.removeLocks(folder);

        try (GitFolder git = GitFolder.open(folder)) {
            git.takeBack(update.commit(), update.repo().cone());
        }
    }
}
