package dev.lakelight.scenario;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a scenario. */
final class RunParser {

    private static final Set<String> NOTEBOOK_EXTENSIONS = Set.of("sql", "java", "py", "scala", "r", "ipynb");

    private RunParser() {}

    /** Read one step, or a list of steps. */
    static List<ModuleCall> steps(YamlValue run) {
        if (run.isList()) {
            return several(run);
        }

        if (run.isMapping()) {
            return step(run, Shape.ONLY_STEP).stream().toList();
        }

        run.rejectUnless("a mapping, or a list of them");
        return List.of();
    }

    private static List<ModuleCall> several(YamlValue run) {
        List<YamlValue> items = run.list();

        if (items.isEmpty()) {
            run.reject(ScenarioMessages.noSteps());
        }

        return items.stream().flatMap(item -> step(item, Shape.STEP).stream()).toList();
    }

    private static Optional<ModuleCall> step(YamlValue value, Shape shape) {
        YamlObject step = value.object(shape);

        if (step.has("notebook") != step.has("class")) {
            SourceLocation source = value.location();
            return Optional.of(step.has("notebook") ? notebook(step, source) : mainClass(step, source));
        }

        // An unknown key is likely to be one of the two in wrong letters, and is rejected already.
        if (value.isMapping() && shape.keys().containsAll(step.keys())) {
            value.reject(ScenarioMessages.notOneModule());
        }

        return Optional.empty();
    }

    private static ModuleCall notebook(YamlObject step, SourceLocation source) {
        step.entry("arguments").ifPresent(entry -> step.reject(entry, ScenarioMessages.argumentsOfNotebook()));
        String path = step.value("notebook").map(RunParser::notebookPath).orElse("");
        Map<String, String> parameters = parameters(step);
        return new ModuleCall(ModuleCall.Kind.NOTEBOOK, path, parameters, List.of(), source);
    }

    private static ModuleCall mainClass(YamlObject step, SourceLocation source) {
        step.entry("parameters").ifPresent(entry -> step.reject(entry, ScenarioMessages.parametersOfClass()));
        String name = step.value("class").map(YamlValue::string).orElse("");
        List<String> arguments = step.value("arguments").map(YamlValue::texts).orElse(List.of());
        return new ModuleCall(ModuleCall.Kind.CLASS, name, Map.of(), arguments, source);
    }

    static Map<String, String> parameters(YamlObject owner) {
        return owner.value("parameters").map(YamlValue::textsByName).orElse(Map.of());
    }

    /** Read the path of a notebook. One that is written without its extension, as in workspaces, is looked for when run. */
    static String notebookPath(YamlValue value) {
        String path = value.string();

        if (NOTEBOOK_EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1))) {
            SourceParser.existing(value);
        }

        return path;
    }
}
