package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.yaml.YamlValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lake of a test holds before its run.
 *
 * @param seeds in order
 * @param fixture name of the fixture that it is forked from, or null
 * @param uses the value that names the fixture, if there is one
 */
record Given(List<SeedSpec> seeds, @Nullable String fixture, List<YamlValue> uses) {}
