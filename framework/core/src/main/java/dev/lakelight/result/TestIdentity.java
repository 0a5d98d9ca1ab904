package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Which test it is, the same in every run of the same code.
 *
 * @param id JUnit Platform unique id
 * @param kind where it was declared
 * @param suite what groups it in reports: a class name, a scenario file or a notebook folder
 * @param name name within the suite as users read it, with its configuration where it has one
 * @param source where it is declared, or null when unknown
 */
public record TestIdentity(
        String id,
        TestKind kind,
        String suite,
        String name,
        @Nullable SourceLocation source) {

    public TestIdentity {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(suite, "suite");
        requireNonNull(name, "name");
    }
}
