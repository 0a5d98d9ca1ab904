package dev.lakelight.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.verdict.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestedCommitTest {

    private static final RunFacts RUN = RunFacts.ended(0);

    @TempDir
    Path directory;

    @Test
    void isTheBranchsCommitWhileTheSameOneStaysCheckedOut() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String commit = git.commit("second.sql");
            BranchFacts atStart = ask(Map.of());
            git.write("first.sql", "SELECT 2").branch("same-commit");

            assertThat(TestedCommit.addTo(RUN, atStart, directory)).isEqualTo(RUN.onCommit(commit, commit));
        }
    }

    @Test
    void isAnotherOneWhenHeadMovedDuringTheRun() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String before = git.commit("before.sql");
            BranchFacts atStart = ask(Map.of());
            String after = git.commit("after.sql");

            assertThat(TestedCommit.addTo(RUN, atStart, directory)).isEqualTo(RUN.onCommit(after, before));
        }
    }

    @Test
    void isAnotherOneWhenTheBuildServerNamesOneThatIsNotCheckedOut() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String head = git.commit("second.sql");
            String stated = "0123456789abcdef0123456789abcdef01234567";
            BranchFacts atStart = ask(Map.of("GITLAB_CI", "true", "CI_COMMIT_SHA", stated));

            assertThat(TestedCommit.addTo(RUN, atStart, directory)).isEqualTo(RUN.onCommit(head, stated));
        }
    }

    @Test
    void isNoneWhenTheRepositoryIsGone() throws Exception {
        String commit;
        BranchFacts atStart;

        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            commit = git.commit("second.sql");
            atStart = ask(Map.of());
        }

        delete(directory.resolve(".git"));

        assertThat(TestedCommit.addTo(RUN, atStart, directory)).isEqualTo(RUN.onCommit("(none)", commit));
    }

    @Test
    void isUnknownOutsideOfARepository() {
        BranchFacts atStart = new BranchFacts(null, null, null, WorkTree.unknown(), null, null, null, null, List.of());

        assertThat(TestedCommit.addTo(RUN, atStart, directory)).isEqualTo(RUN);
    }

    private BranchFacts ask(Map<String, String> environment) {
        return BranchFacts.of(BranchQuery.of(directory, environment));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
