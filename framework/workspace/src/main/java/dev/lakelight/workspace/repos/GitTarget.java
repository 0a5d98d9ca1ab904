package dev.lakelight.workspace.repos;

import org.eclipse.jgit.lib.Constants;

/**
 * What a Git folder is to be put on.
 *
 * @param name of a branch, tag or commit of the remote
 */
record GitTarget(Kind kind, String name) {

    /** Return the name of the reference that holds the commit after fetching. */
    String reference() {
        return switch (kind) {
            case BRANCH -> Constants.R_REMOTES + "origin/" + name;
            case TAG -> Constants.R_TAGS + name;
            case COMMIT -> name;
        };
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " '" + name + "'";
    }

    /** What a name stands for. */
    enum Kind {
        BRANCH,
        TAG,
        COMMIT
    }
}
