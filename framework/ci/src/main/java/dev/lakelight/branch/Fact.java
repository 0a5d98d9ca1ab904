package dev.lakelight.branch;

import static java.util.Objects.requireNonNull;

/**
 * Something known about the branch, and who said so.
 *
 * @param value branch name or commit id; never empty
 * @param origin who said so
 */
public record Fact(String value, Origin origin) {

    /** Where a fact comes from, the most trusted first. */
    public enum Origin {
        /** The user said it with a {@code lakelight.*} property. */
        PROPERTY,
        /** A variable or event file of the build server. */
        BUILD_SERVER,
        /** The repository. */
        GIT,
        /** Follows from the repository, but is not written there: a note says how. */
        INFERRED
    }

    private static final int ABBREVIATED = 7;

    public Fact {
        requireNonNull(value, "value");
        requireNonNull(origin, "origin");
    }

    /** Return the value of a commit id as people write it: its first seven digits. */
    public String abbreviated() {
        return abbreviate(value);
    }

    static String abbreviate(String commit) {
        return commit.length() <= ABBREVIATED ? commit : commit.substring(0, ABBREVIATED);
    }
}
