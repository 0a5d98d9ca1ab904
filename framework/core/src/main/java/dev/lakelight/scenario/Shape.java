package dev.lakelight.scenario;

import dev.lakelight.yaml.YamlShape;
import java.util.List;

/** The mappings of a scenario file and their keys; the JSON Schema has a definition for each. */
enum Shape implements YamlShape {
    FILE("a scenario file", "configurations", "fixtures", "scenarios", "notebook-tests"),
    CONFIGURATION("a configuration", "parameters", "spark", "time", "seed", "given", "secrets"),
    FIXTURE("a fixture", "given", "class"),
    SECRET("a secret", "env", "file", "value"),
    SCENARIO(
            "a scenario",
            "name",
            "description",
            "tags",
            "requires",
            "given",
            "configuration",
            "configurations",
            "run",
            "then"),
    NOTEBOOK_TEST(
            "a notebook test",
            "notebook",
            "tags",
            "requires",
            "given",
            "parameters",
            "configuration",
            "configurations"),
    /** Beside these, tables. */
    GIVEN("'given'", "files"),
    /** Beside these, tables. */
    GIVEN_OF_TEST("'given'", "fixture", "files"),
    GIVEN_TABLE(
            "a given table", "rows", "schema", "generate", "seed", "unique", "references", "values", "ranges", "nulls"),
    STEP("a step", "notebook", "language", "class", "job", "parameters", "arguments", "target", "variables"),
    /** A step that is the only one may hold the scenario's configurations. */
    ONLY_STEP(
            "'run'",
            "notebook",
            "language",
            "class",
            "job",
            "parameters",
            "arguments",
            "target",
            "variables",
            "configuration",
            "configurations"),
    /** Beside these, tables. */
    THEN("'then'", "exit", "error", "tasks", "idempotent"),
    EXPECTED_TABLE(
            "an expected table",
            "rows",
            "schema",
            "key",
            "ordered",
            "compare",
            "count",
            "commits",
            "operations",
            "unique",
            "references",
            "expect",
            "properties",
            "partitioned-by",
            "clustered-by",
            "files"),
    EXPECTED_FILES("'files'", "count", "min-bytes"),
    COMPARE("'compare'", "only", "ignore", "partial", "wider-types", "tolerance", "tolerances", "placeholders");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the type does not say.
    private final List<String> keys;

    Shape(String label, String... keys) {
        this.label = label;
        this.keys = List.of(keys);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    @Override
    public List<String> required() {
        return switch (this) {
            case SCENARIO -> List.of("name", "run");
            case NOTEBOOK_TEST -> List.of("notebook");
            case FILE,
                    CONFIGURATION,
                    FIXTURE,
                    SECRET,
                    GIVEN,
                    GIVEN_OF_TEST,
                    GIVEN_TABLE,
                    STEP,
                    ONLY_STEP,
                    THEN,
                    EXPECTED_TABLE,
                    EXPECTED_FILES,
                    COMPARE -> List.of();
        };
    }
}
