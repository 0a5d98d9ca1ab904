package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.result.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One test: what is given, what is run, what is expected then. It is run once for each of its configurations, or once
 * without any when it names none.
 *
 * @param name unique in its file
 * @param description what it is about, or null
 * @param tags by which it can be chosen
 * @param requires what the machine must have; it is skipped elsewhere
 * @param source where it is declared
 * @param fixture name of the fixture that its lake is forked from, or null when that begins with nothing
 * @param given what the lake holds before, after the seeds of the configuration; in order
 * @param run steps in order, at least one
 * @param configurations names; empty for none
 * @param then what must hold afterwards
 */
public record Scenario(
        String name,
        @Nullable String description,
        List<String> tags,
        List<Requirement> requires,
        SourceLocation source,
        @Nullable String fixture,
        List<SeedSpec> given,
        List<ModuleCall> run,
        List<String> configurations,
        Expectations then) {

    public Scenario {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        requireNonNull(then, "then");
        tags = List.copyOf(tags);
        requires = List.copyOf(requires);
        given = List.copyOf(given);
        run = List.copyOf(run);
        configurations = List.copyOf(configurations);
    }
}
