package dev.lakelight.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lakelight.branch.Fact.Origin;
import dev.lakelight.branch.WorkTree.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchFactsTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path directory;

    @Test
    void namesBranchCommitAndMergeBase() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String base = git.commit("base.sql");
            git.branch("feature/late");
            String tip = git.commit("late.sql");
            git.checkout("main").commit("meanwhile.sql");
            git.checkout("feature/late");

            BranchFacts facts = ask(directory, Map.of());

            assertThat(facts)
                    .isEqualTo(new BranchFacts(
                            new Fact("feature/late", Origin.GIT),
                            new Fact(tip, Origin.GIT),
                            tip,
                            new WorkTree(State.CLEAN, 0, List.of()),
                            new Fact("main", Origin.GIT),
                            new Fact(base, Origin.GIT),
                            null,
                            null,
                            List.of()));
            assertThat(facts.label()).isEqualTo("feature/late@" + tip.substring(0, 7));
        }
    }

    @Test
    void looksUpwardsFromASubdirectory() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            git.commit("pipelines/silver/customers.sql");

            BranchFacts facts = ask(directory.resolve("pipelines/silver"), Map.of());

            assertThat(facts.branchLabel()).isEqualTo("main");
            assertThat(facts.notes()).isEmpty();
        }
    }

    @Test
    void countsModifiedAddedDeletedAndUntrackedFilesAsDirtyButNotIgnoredOnes() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            git.commit("changed.sql");
            git.commit("deleted.sql");
            git.write(".gitignore", "target/\n.gitignore\n").write("target/out.txt", "x");

            assertThat(ask(directory, Map.of()).workTree().state()).isEqualTo(State.CLEAN);

            git.write("changed.sql", "SELECT 2").write("new/untracked.sql", "SELECT 3");
            Files.delete(directory.resolve("deleted.sql"));
            BranchFacts facts = ask(directory, Map.of());

            assertThat(facts.workTree())
                    .isEqualTo(
                            new WorkTree(State.DIRTY, 3, List.of("changed.sql", "deleted.sql", "new/untracked.sql")));
            assertThat(facts.label()).endsWith(" (dirty)");
        }
    }

    @Test
    void takesTheOnlyRemoteBranchAtADetachedHeadAndSaysSo() throws Exception {
        try (GitSandbox origin = originWithFeature();
                GitSandbox git = origin.cloneTo(directory.resolve("clone"))) {
            git.checkout("origin/feature/late");

            BranchFacts facts = ask(git.directory(), Map.of());

            assertThat(facts.branch()).isEqualTo(new Fact("feature/late", Origin.INFERRED));
            assertThat(facts.notes())
                    .containsExactly("HEAD is detached; feature/late is taken as the branch, as the only one of origin"
                            + " whose tip it is.");
        }
    }

    @Test
    void doesNotGuessTheBranchOfADetachedHead() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String commit = git.commit("second.sql");
            git.checkout(commit);

            BranchFacts facts = ask(directory, Map.of());

            assertThat(facts.branch()).isNull();
            assertThat(facts.label()).isEqualTo("(detached)@" + commit.substring(0, 7));
            assertThat(facts.notes())
                    .containsExactly("HEAD is detached at %s and no build server names a branch. Say which it is with"
                                    .formatted(commit.substring(0, 7))
                            + " -Dlakelight.branch=<name>.");
        }
    }

    @Test
    void saysThatAShallowCloneHasNoMergeBaseAndWhatToDo() throws Exception {
        try (GitSandbox origin = originWithFeature();
                GitSandbox git = origin.shallowCloneTo(directory.resolve("clone"), "feature/late", "main")) {
            BranchFacts facts = ask(git.directory(), Map.of());

            assertThat(facts.branchLabel()).isEqualTo("feature/late");
            assertThat(facts.referenceBranch()).isEqualTo(new Fact("main", Origin.GIT));
            assertThat(facts.mergeBase()).isNull();
            assertThat(facts.notes())
                    .containsExactly("This clone is shallow, so the merge base with main is unknown. Get more history:"
                            + " git fetch --unshallow");
        }
    }

    @Test
    void givesTheBuildServersOwnAdviceForAShallowCloneOfOneBranch() throws Exception {
        try (GitSandbox origin = originWithFeature();
                GitSandbox git = origin.shallowCloneTo(directory.resolve("clone"), "feature/late")) {
            Map<String, String> gitLab = Map.of("GITLAB_CI", "true", "CI_DEFAULT_BRANCH", "main");

            BranchFacts facts = ask(git.directory(), gitLab);

            assertThat(facts.notes())
                    .containsExactly("This clone is shallow, so the merge base with main is unknown. Get more history:"
                            + " GIT_DEPTH: 0 in the job's variables");
        }
    }

    @Test
    void takesTheMergeBaseFromTheBuildServerWhereGitCannotFindIt() throws Exception {
        try (GitSandbox origin = originWithFeature();
                GitSandbox git = origin.shallowCloneTo(directory.resolve("clone"), "feature/late")) {
            String base = "ABCDEF0123456789abcdef0123456789abcdef01";
            Map<String, String> gitLab =
                    Map.of("GITLAB_CI", "true", "CI_DEFAULT_BRANCH", "main", "CI_MERGE_REQUEST_DIFF_BASE_SHA", base);

            BranchFacts facts = ask(git.directory(), gitLab);

            assertThat(facts.mergeBase())
                    .isEqualTo(new Fact("abcdef0123456789abcdef0123456789abcdef01", Origin.BUILD_SERVER));
            assertThat(facts.notes()).isEmpty();
        }
    }

    @Test
    void readsALinkedWorktree() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory.resolve("main"))) {
            Path linked = directory.resolve("linked");
            git.program("worktree", "add", "-b", "feature/linked", linked.toString());
            Files.writeString(linked.resolve("new.sql"), "SELECT 1");

            BranchFacts facts = ask(linked, Map.of());

            assertThat(facts.branch()).isEqualTo(new Fact("feature/linked", Origin.GIT));
            assertThat(facts.workTree()).isEqualTo(new WorkTree(State.DIRTY, 1, List.of("new.sql")));
            assertThat(ask(git.directory(), Map.of()).workTree().state()).isEqualTo(State.CLEAN);
        }
    }

    @Test
    void saysThatADirectoryIsNotInARepository() {
        assumeTrue(isOutsideOfGit(directory), "the directory for temporary files lies in a git repository");

        BranchFacts facts = ask(directory, Map.of());

        assertThat(facts.label()).isEqualTo("(no branch)");
        assertThat(facts.workTree().state()).isEqualTo(State.UNKNOWN);
        assertThat(facts.notes())
                .containsExactly(directory + " is not inside a git repository, so there is no commit to name.");
    }

    @Test
    void believesTheBuildServerOutsideOfARepository() {
        assumeTrue(isOutsideOfGit(directory), "the directory for temporary files lies in a git repository");
        Map<String, String> jenkins = Map.of(
                "JENKINS_URL",
                "https://ci.example.org/",
                "BUILD_ID",
                "7",
                "BRANCH_NAME",
                "feature/x",
                "GIT_COMMIT",
                SHA);

        BranchFacts facts = ask(directory, jenkins);

        assertThat(facts.branch()).isEqualTo(new Fact("feature/x", Origin.BUILD_SERVER));
        assertThat(facts.commit()).isEqualTo(new Fact(SHA, Origin.BUILD_SERVER));
        assertThat(facts.head()).isNull();
        assertThat(facts.notes()).hasSize(1);
    }

    @Test
    void namesTheBranchOfAnEmptyRepository() throws Exception {
        try (GitSandbox git = GitSandbox.empty(directory)) {
            BranchFacts facts = ask(git.directory(), Map.of());

            assertThat(facts.branch()).isEqualTo(new Fact("main", Origin.GIT));
            assertThat(facts.commit()).isNull();
            assertThat(facts.notes())
                    .containsExactly(
                            "This repository has no commit yet. Commit something to have results belong to a commit.",
                            "No reference branch was found: there is no origin/HEAD, main or master. Say which it is"
                                    + " with -Dlakelight.referenceBranch=<name>.");
        }
    }

    @Test
    void refusesToInventIdsForASha256Repository() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            git.configure("core", "repositoryformatversion", "1").configure("extensions", "objectformat", "sha256");

            BranchFacts facts = ask(directory, Map.of());

            assertThat(facts.commit()).isNull();
            assertThat(facts.notes())
                    .containsExactly("This repository has SHA-256 commit ids, which cannot be read here: commit, merge"
                            + " base and changes are unknown. A repository with SHA-1 ids, git's default, has them.");
        }
    }

    @Test
    void letsPropertiesOverruleEverythingElse() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String base = git.commit("base.sql");
            git.branch("release/1");
            git.checkout("main");
            String tip = git.commit("tip.sql");
            Map<String, String> gitLab = Map.of("GITLAB_CI", "true", "CI_COMMIT_BRANCH", "other", "CI_COMMIT_SHA", SHA);

            BranchFacts facts = BranchFacts.of(new BranchQuery(directory, gitLab, "feature/said", "release/1"));

            assertThat(facts.branch()).isEqualTo(new Fact("feature/said", Origin.PROPERTY));
            assertThat(facts.commit()).isEqualTo(new Fact(tip, Origin.GIT));
            assertThat(facts.referenceBranch()).isEqualTo(new Fact("release/1", Origin.PROPERTY));
            assertThat(facts.mergeBase()).isEqualTo(new Fact(base, Origin.GIT));
            assertThat(facts.contradiction()).isNull();
        }
    }

    @Test
    void saysThatTheReferenceBranchIsNotInTheClone() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            BranchFacts facts = BranchFacts.of(new BranchQuery(git.directory(), Map.of(), null, "develop"));

            assertThat(facts.mergeBase()).isNull();
            assertThat(facts.notes())
                    .containsExactly("The reference branch develop is not in this clone, so the merge base is unknown."
                            + " Fetch it: git fetch origin develop:refs/remotes/origin/develop");
        }
    }

    @Test
    void prefersTheRemotesOwnDefaultBranch() throws Exception {
        try (GitSandbox origin = originWithFeature();
                GitSandbox git = origin.checkout("main").branch("trunk").cloneTo(directory.resolve("clone"))) {
            git.pointOriginTo("trunk").track("feature/late");

            BranchFacts facts = ask(git.directory(), Map.of());

            assertThat(facts.referenceBranch()).isEqualTo(new Fact("trunk", Origin.GIT));
        }
    }

    @Test
    void reportsThePullRequestsOwnCommitWhenTheBuildServersMergeIsCheckedOut() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            git.branch("feature/late");
            String tip = git.commit("late.sql");
            git.checkout("main").commit("meanwhile.sql");
            git.branch("merge-of-pull-request");
            String merge = git.merge("feature/late");
            Map<String, String> azure = Map.of(
                    "TF_BUILD", "True",
                    "SYSTEM_PULLREQUEST_SOURCEBRANCH", "refs/heads/feature/late",
                    "SYSTEM_PULLREQUEST_TARGETBRANCH", "main",
                    "SYSTEM_PULLREQUEST_SOURCECOMMITID", tip,
                    "BUILD_SOURCEVERSION", merge);

            BranchFacts facts = ask(directory, azure);

            assertThat(facts.commit()).isEqualTo(new Fact(tip, Origin.BUILD_SERVER));
            assertThat(facts.head()).isEqualTo(merge);
            assertThat(facts.contradiction()).isNull();
            assertThat(facts.notes()).isEmpty();
        }
    }

    @Test
    void recognisesTheMergeOfAPullRequestInAShallowClone() throws Exception {
        try (GitSandbox origin = GitSandbox.withCommit(directory.resolve("origin"))) {
            origin.branch("feature/late");
            String tip = origin.commit("late.sql");
            origin.checkout("main").commit("meanwhile.sql");
            origin.branch("merge-of-pull-request").merge("feature/late");
            Map<String, String> azure = Map.of("TF_BUILD", "True", "SYSTEM_PULLREQUEST_SOURCECOMMITID", tip);

            try (GitSandbox git = origin.shallowCloneTo(directory.resolve("clone"), "merge-of-pull-request")) {
                assertThat(ask(git.directory(), azure).contradiction()).isNull();
            }
        }
    }

    @Test
    void contradictsABuildServerThatNamesAnotherCommitThanTheCheckedOutOne() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String head = git.commit("second.sql").substring(0, 7);
            Map<String, String> gitLab = Map.of("GITLAB_CI", "true", "CI_COMMIT_SHA", SHA);

            BranchFacts facts = ask(directory, gitLab);

            assertThat(facts.contradiction())
                    .isEqualTo(
                            "GitLab CI says that commit 0123456 is built, but %s is checked out and does not merge it."
                                            .formatted(head)
                                    + " Check out the branch's commit, or name what is tested with -Dlakelight.branch=<name>.");
        }
    }

    @Test
    void namesNoBranchForATag() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            String head = git.commit("second.sql");
            Map<String, String> gitLab = Map.of(
                    "GITLAB_CI", "true", "CI_COMMIT_TAG", "v1", "CI_COMMIT_REF_NAME", "v1", "CI_COMMIT_SHA", head);

            BranchFacts facts = ask(directory, gitLab);

            assertThat(facts.branch()).isNull();
            assertThat(facts.notes()).containsExactly("The build server builds tag v1, not a branch.");
        }
    }

    @Test
    void keepsTheRestWhenTheIndexCannotBeRead() throws Exception {
        try (GitSandbox git = GitSandbox.withCommit(directory)) {
            Files.writeString(git.directory().resolve(".git/index"), "broken");

            BranchFacts facts = ask(directory, Map.of());

            assertThat(facts.commit()).isNotNull();
            assertThat(facts.workTree().state()).isEqualTo(State.UNKNOWN);
            assertThat(facts.notes())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "Whether files were changed since the commit is unknown: the work tree cannot be compared");
        }
    }

    private GitSandbox originWithFeature() throws GitAPIException, IOException {
        GitSandbox origin = GitSandbox.withCommit(directory.resolve("origin"));
        origin.commit("second.sql");
        origin.branch("feature/late").commit("late.sql");
        origin.checkout("main").commit("meanwhile.sql");
        return origin;
    }

    private static BranchFacts ask(Path directory, Map<String, String> environment) {
        return BranchFacts.of(BranchQuery.of(directory, environment));
    }

    private static boolean isOutsideOfGit(Path directory) {
        return Stream.iterate(directory, path -> path != null, Path::getParent)
                .noneMatch(path -> Files.exists(path.resolve(".git")));
    }
}
