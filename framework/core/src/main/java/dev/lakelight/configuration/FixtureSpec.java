package dev.lakelight.configuration;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lake that is built once, for tests to begin with.
 *
 * @param name how tests refer to it; unique in a project
 * @param given what it holds, in order; empty when a class makes it
 * @param maker name of the class that makes it, or null
 * @param declaredAt where it is declared
 */
public record FixtureSpec(
        String name, List<SeedSpec> given, @Nullable String maker, SourceLocation declaredAt) {

    public FixtureSpec {
        requireNonNull(name, "name");
        requireNonNull(declaredAt, "declaredAt");
        given = List.copyOf(given);
    }
}
