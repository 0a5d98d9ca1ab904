package dev.lakelight.scenario;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlParser;
import dev.lakelight.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one scenario file. */
final class FileParser {

    private final YamlFile file;
    private final List<ParsedFile.Declared> configurations = new ArrayList<>();
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final List<NotebookTestSpec> notebookTests = new ArrayList<>();
    private final List<ConfigurationUse> uses = new ArrayList<>();
    private final FixtureParser fixtures;

    private FileParser(YamlFile file) {
        this.file = file;
        this.fixtures = new FixtureParser(file);
    }

    static ParsedFile parse(Path path, ProjectFiles files) {
        YamlFile file = new YamlFile(path, files);
        FileParser parser = new FileParser(file);
        new YamlParser(file, ScenarioMessages.emptyFile())
                .parse()
                .ifPresent(root -> parser.read(new YamlValue(file, "The file", root)));
        return parser.result();
    }

    private ParsedFile result() {
        List<Configuration> declared =
                configurations.stream().map(ParsedFile.Declared::configuration).toList();
        ScenarioFile values = new ScenarioFile(
                file.path(), declared, fixtures.values(), new ArrayList<>(scenarios.values()), notebookTests);
        return new ParsedFile(file, values, configurations, uses, fixtures.declared(), fixtures.uses());
    }

    private void read(YamlValue root) {
        YamlObject object = root.object(Shape.FILE);

        if (root.isMapping() && object.isEmpty()) {
            root.reject(ScenarioMessages.emptyFile());
        }

        object.value("configurations").ifPresent(this::readConfigurations);
        object.value("fixtures").ifPresent(fixtures::read);
        items(object, "scenarios").forEach(this::readScenario);
        items(object, "notebook-tests").forEach(this::readNotebookTest);
    }

    private static List<YamlValue> items(YamlObject object, String key) {
        return object.value(key).map(YamlValue::list).orElse(List.of());
    }

    private void readConfigurations(YamlValue value) {
        value.object(ScenarioMessages::secondConfiguration).entries().forEach(this::readConfiguration);
    }

    private void readConfiguration(YamlObject.Entry entry) {
        YamlObject configuration = entry.value().object(Shape.CONFIGURATION);
        configurations.add(new ParsedFile.Declared(
                entry.node(),
                new Configuration(
                        entry.key(),
                        RunParser.parameters(configuration),
                        FrozenSettings.parse(configuration),
                        GivenParser.parse(configuration),
                        SecretParser.parse(configuration),
                        file.location(entry.node()))));
    }

    private void readScenario(YamlValue value) {
        YamlObject object = value.object(Shape.SCENARIO);
        Given given = given(object);
        List<YamlValue> names = configurations(object);
        List<ModuleCall> steps = object.value("run").map(RunParser::steps).orElse(List.of());
        uses.addAll(ConfigurationUse.of(names, given.seeds()));
        add(
                object,
                new Scenario(
                        object.value("name").map(YamlValue::name).orElse(""),
                        object.value("description").map(YamlValue::text).orElse(null),
                        object.value("tags").map(YamlValue::names).orElse(List.of()),
                        requirements(object),
                        value.location(),
                        given.fixture(),
                        given.seeds(),
                        steps,
                        names.stream().map(YamlValue::name).toList(),
                        ThenParser.parse(object, steps)));
    }

    private Given given(YamlObject test) {
        Given given = GivenParser.ofTest(test);
        fixtures.use(given);
        return given;
    }

    private void add(YamlObject object, Scenario scenario) {
        Scenario first = scenarios.putIfAbsent(scenario.name(), scenario);

        if (first != null && object.has("name")) {
            object.value("name")
                    .ifPresent(name -> name.reject(ScenarioMessages.secondScenario(scenario.name(), first.source())));
        }
    }

    /** A scenario names its configurations itself or in its only step. */
    private static List<YamlValue> configurations(YamlObject scenario) {
        List<YamlValue> own = ConfigurationUse.names(scenario);
        List<YamlValue> ofStep = scenario.value("run")
                .filter(YamlValue::isMapping)
                .map(run -> ConfigurationUse.names(run.object()))
                .orElse(List.of());

        if (!own.isEmpty() && !ofStep.isEmpty()) {
            ofStep.get(0).reject(ScenarioMessages.configurationsTwice());
        }

        return own.isEmpty() ? ofStep : own;
    }

    private static List<Requirement> requirements(YamlObject test) {
        return test.value("requires").stream()
                .flatMap(value -> value.names().stream().flatMap(name -> requirement(value, name).stream()))
                .distinct()
                .toList();
    }

    private static Optional<Requirement> requirement(YamlValue value, String name) {
        Optional<Requirement> found = Requirement.named(name);

        if (found.isEmpty()) {
            value.reject(ScenarioMessages.unknownRequirement(name, Requirement.words()));
        }

        return found;
    }

    private void readNotebookTest(YamlValue value) {
        YamlObject object = value.object(Shape.NOTEBOOK_TEST);
        Given given = given(object);
        List<YamlValue> names = ConfigurationUse.names(object);
        uses.addAll(ConfigurationUse.of(names, given.seeds()));
        notebookTests.add(new NotebookTestSpec(
                object.value("notebook").map(RunParser::notebookPath).orElse(""),
                object.value("tags").map(YamlValue::names).orElse(List.of()),
                requirements(object),
                value.location(),
                given.fixture(),
                given.seeds(),
                RunParser.parameters(object),
                names.stream().map(YamlValue::name).toList()));
    }
}
