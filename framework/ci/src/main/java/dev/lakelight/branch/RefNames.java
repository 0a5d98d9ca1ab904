package dev.lakelight.branch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what build servers and users call a branch into its plain name. */
final class RefNames {

    private static final List<String> BRANCH_PREFIXES = List.of("refs/heads/", "refs/remotes/origin/");
    private static final List<String> NOT_A_BRANCH = List.of("refs/", "tags/", "pull/");

    private RefNames() {}

    /** Return the branch that a name or full ref means; empty for tags, pull request refs and the word HEAD. */
    static Optional<String> branch(String ref) {
        for (String prefix : BRANCH_PREFIXES) {
            if (ref.startsWith(prefix)) {
                return nonEmpty(ref.substring(prefix.length()));
            }
        }

        if (ref.equals("HEAD") || NOT_A_BRANCH.stream().anyMatch(ref::startsWith)) {
            return Optional.empty();
        }

        return nonEmpty(ref);
    }

    /** The same for servers that write {@code origin/x} for branch {@code x}. */
    static Optional<String> remoteBranch(String ref) {
        return branch(ref.startsWith("origin/") ? ref.substring("origin/".length()) : ref);
    }

    /** Remove what must not reach a terminal or a report; blank text is no text. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }

        String visible = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        return visible.isEmpty() ? null : visible;
    }

    private static Optional<String> nonEmpty(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
