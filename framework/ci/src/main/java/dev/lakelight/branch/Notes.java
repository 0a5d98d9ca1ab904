package dev.lakelight.branch;

import java.nio.file.Path;

/** Every sentence about what could not be known. */
final class Notes {

    private Notes() {}

    static String notARepository(Path directory) {
        return "%s is not inside a git repository, so there is no commit to name.".formatted(directory);
    }

    static String tag(String name) {
        return "The build server builds tag %s, not a branch.".formatted(name);
    }

    static String sha256() {
        return "This repository has SHA-256 commit ids, which cannot be read here: commit, merge base and changes are"
                + " unknown. A repository with SHA-1 ids, git's default, has them.";
    }

    static String unreadable(Path directory, Exception cause) {
        return "The git repository of %s cannot be read (%s). Check it with git status."
                .formatted(directory, RefNames.clean(cause.toString()));
    }

    static String noCommit() {
        return "This repository has no commit yet. Commit something to have results belong to a commit.";
    }

    static String detached(String head) {
        return "HEAD is detached at %s and no build server names a branch. Say which it is with -Dlakelight.branch=<name>."
                .formatted(Fact.abbreviate(head));
    }

    static String inferred(String branch) {
        return "HEAD is detached; %s is taken as the branch, as the only one of origin whose tip it is."
                .formatted(branch);
    }

    static String noReference() {
        return "No reference branch was found: there is no origin/HEAD, main or master. Say which it is with"
                + " -Dlakelight.referenceBranch=<name>.";
    }

    static String referenceMissing(String reference) {
        return ("The reference branch %s is not in this clone, so the merge base is unknown."
                        + " Fetch it: git fetch origin %s:refs/remotes/origin/%s")
                .formatted(reference, reference, reference);
    }

    static String shallow(String reference, String advice) {
        return "This clone is shallow, so the merge base with %s is unknown. Get more history: %s"
                .formatted(reference, advice);
    }

    static String unrelated(String reference) {
        return "The commit and the reference branch %s have no common history, so there is no merge base."
                .formatted(reference);
    }

    static String workTreeUnreadable(Exception cause) {
        return "Whether files were changed since the commit is unknown: the work tree cannot be compared with it (%s)."
                .formatted(RefNames.clean(cause.toString()));
    }

    static String contradiction(String server, String stated, String head) {
        return ("%s says that commit %s is built, but %s is checked out and does not merge it. Check out the branch's commit,"
                        + " or name what is tested with -Dlakelight.branch=<name>.")
                .formatted(server, Fact.abbreviate(stated), Fact.abbreviate(head));
    }
}
