package dev.lakelight.scenario;

import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Reads the fixtures that a file declares, and remembers those that it names. */
final class FixtureParser {

    private final YamlFile file;
    private final List<ParsedFile.DeclaredFixture> declared = new ArrayList<>();
    private final List<YamlValue> uses = new ArrayList<>();

    FixtureParser(YamlFile file) {
        this.file = file;
    }

    void read(YamlValue value) {
        value.object(ScenarioMessages::secondFixture).entries().forEach(this::read);
    }

    private void read(YamlObject.Entry entry) {
        YamlObject fixture = entry.value().object(Shape.FIXTURE);
        List<SeedSpec> given = GivenParser.parse(fixture);
        String maker = fixture.value("class").map(YamlValue::string).orElse(null);

        if (fixture.has("given") == fixture.has("class")) {
            entry.value().reject(ScenarioMessages.fixtureOfOneThing());
        }

        declared.add(new ParsedFile.DeclaredFixture(
                entry.node(), new FixtureSpec(entry.key(), given, maker, file.location(entry.node()))));
    }

    void use(Given given) {
        uses.addAll(given.uses());
    }

    List<ParsedFile.DeclaredFixture> declared() {
        return declared;
    }

    List<FixtureSpec> values() {
        return declared.stream().map(ParsedFile.DeclaredFixture::fixture).toList();
    }

    List<YamlValue> uses() {
        return uses;
    }
}
