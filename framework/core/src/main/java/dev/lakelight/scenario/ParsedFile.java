package dev.lakelight.scenario;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.yaml.YamlFile;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A scenario file that was read as far as it could be.
 *
 * @param source knows its mistakes
 * @param values of use only when there are none
 * @param configurations that it declares
 * @param uses configurations that it names
 */
record ParsedFile(YamlFile source, ScenarioFile values, List<Declared> configurations, List<ConfigurationUse> uses) {

    /** A configuration and the key that declares it. */
    record Declared(Node key, Configuration configuration) {}
}
