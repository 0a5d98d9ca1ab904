package dev.lakelight.scenario;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlValue;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A scenario file that was read as far as it could be.
 *
 * @param source knows its mistakes
 * @param values of use only when there are none
 * @param configurations that it declares
 * @param uses configurations that it names
 * @param fixtures that it declares
 * @param fixtureUses fixtures that it names
 */
record ParsedFile(
        YamlFile source,
        ScenarioFile values,
        List<Declared> configurations,
        List<ConfigurationUse> uses,
        List<DeclaredFixture> fixtures,
        List<YamlValue> fixtureUses) {

    /** A configuration and the key that declares it. */
    record Declared(Node key, Configuration configuration) {}

    /** A fixture and the key that declares it. */
    record DeclaredFixture(Node key, FixtureSpec fixture) {}
}
