package dev.lakelight.branch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which branch and commit a run is about. Facts that cannot be known are null, and a note says why.
 *
 * @param branch that is tested: of a pull request the one that shall be merged; null on a detached HEAD and for tags
 * @param commit of the branch. The checked-out one, or of a pull request the one that the build server's merge commit merges
 * @param head id of the checked-out commit, or null without a repository or commit
 * @param workTree whether the files are those of the checked-out commit
 * @param referenceBranch that the branch will be merged into
 * @param mergeBase best common ancestor of branch and reference branch
 * @param server the build server's run, or null on a workstation
 * @param contradiction why the checked-out commit is not that of the branch, a reason to be RED; null when it is, and when
 *     nobody but git says what the branch's commit is
 * @param notes what could not be known, why, and what to do about it, as full sentences
 */
public record BranchFacts(
        @Nullable Fact branch,
        @Nullable Fact commit,
        @Nullable String head,
        WorkTree workTree,
        @Nullable Fact referenceBranch,
        @Nullable Fact mergeBase,
        @Nullable BuildServerRun server,
        @Nullable String contradiction,
        List<String> notes) {

    public BranchFacts {
        requireNonNull(workTree, "workTree");
        notes = List.copyOf(notes);
    }

    /** Ask properties, build server and git. Trouble with git is said in a note; nothing is thrown. */
    public static BranchFacts of(BranchQuery query) {
        return new BranchFactsReader(query).read();
    }

    /** Return the branch's name, or in parentheses what is there instead of one. */
    public String branchLabel() {
        if (branch != null) {
            return branch.value();
        }

        return head == null ? "(no branch)" : "(detached)";
    }

    /** Return branch, commit and state in one line: {@code feature/late@1a2b3c4 (dirty)}. */
    public String label() {
        String at = commit == null ? "" : "@" + commit.abbreviated();
        String dirty = workTree.state() == WorkTree.State.DIRTY ? " (dirty)" : "";
        return branchLabel() + at + dirty;
    }
}
