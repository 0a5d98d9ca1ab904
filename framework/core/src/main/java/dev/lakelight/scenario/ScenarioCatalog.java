package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.lakelight.configuration.Configurations;
import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.List;

/**
 * All scenario files of a project.
 *
 * @param files those without mistakes, in the order in which they were asked for
 * @param configurations of those files
 * @param faulty those that cannot be used; their tests must be reported as errors
 */
public record ScenarioCatalog(List<ScenarioFile> files, Configurations configurations, List<FaultyFile> faulty) {

    public ScenarioCatalog {
        requireNonNull(configurations, "configurations");
        files = List.copyOf(files);
        faulty = List.copyOf(faulty);
    }

    /**
     * Return this catalog when all of its files can be used.
     *
     * @throws UserError with the mistakes of all files otherwise
     */
    public ScenarioCatalog orThrow() {
        if (faulty.size() == 1) {
            throw faulty.get(0).error();
        }

        if (!faulty.isEmpty()) {
            throw new UserError(
                    faulty.stream().map(file -> file.error().getMessage()).collect(joining("\n")));
        }

        return this;
    }

    /**
     * Return the fixture of a name.
     *
     * @throws UserError when no file without mistakes declares one
     */
    public FixtureSpec fixture(String name) {
        List<FixtureSpec> all =
                files.stream().flatMap(file -> file.fixtures().stream()).toList();
        return all.stream()
                .filter(fixture -> fixture.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(ScenarioMessages.unknownFixture(
                        name, all.stream().map(FixtureSpec::name).toList())));
    }

    /**
     * A scenario file that cannot be used.
     *
     * @param file absolute path
     * @param error tells all of its mistakes, each with line and column
     */
    public record FaultyFile(Path file, UserError error) {

        public FaultyFile {
            requireNonNull(file, "file");
            requireNonNull(error, "error");
        }
    }
}
