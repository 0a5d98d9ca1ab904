package dev.lakelight.scenario;

import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be judged of fixtures only when all files are read. */
final class FixtureChecks {

    private final List<ParsedFile> files;
    private final Map<String, Owned> fixtures = new LinkedHashMap<>();

    FixtureChecks(List<ParsedFile> files) {
        this.files = files;
    }

    void check() {
        files.forEach(file -> file.fixtures().forEach(declared -> collect(file, declared)));
        files.forEach(file -> file.fixtureUses().forEach(this::check));
    }

    private void collect(ParsedFile file, ParsedFile.DeclaredFixture declared) {
        FixtureSpec fixture = declared.fixture();
        Owned first = fixtures.putIfAbsent(fixture.name(), new Owned(file, fixture));

        if (first != null) {
            file.source()
                    .reject(
                            declared.key(),
                            ScenarioMessages.secondFixture(
                                    fixture.name(), first.fixture().declaredAt()));
        }
    }

    private void check(YamlValue name) {
        if (!name.raw().isBlank() && !fixtures.containsKey(name.raw())) {
            name.reject(ScenarioMessages.unknownFixture(name.raw(), fixtures.keySet()));
        }
    }

    /** A file is of no use when it needs a fixture of another one with mistakes, which holds only what could be read. */
    void spreadFaults(ParsedFile file) {
        for (YamlValue name : file.fixtureUses()) {
            Owned found = fixtures.get(name.raw());

            if (found != null
                    && found.file().source() != file.source()
                    && found.file().source().isFaulty()) {
                name.reject(ScenarioMessages.faultyFixture(
                        name.raw(), found.fixture().declaredAt()));
            }
        }
    }

    /** A fixture and the file that declares it. */
    private record Owned(ParsedFile file, FixtureSpec fixture) {}
}
