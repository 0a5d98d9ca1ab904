package dev.lakelight.scenario;

import dev.lakelight.job.file.JobReference;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a scenario. */
final class RunParser {

    private static final Set<String> NOTEBOOK_EXTENSIONS = Set.of("sql", "java", "py", "scala", "r", "ipynb");

    private static final List<String> MODULES = List.of("notebook", "class", "job");
    private static final List<String> JOB_KEYS = List.of("target", "variables");

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

        List<String> modules = MODULES.stream().filter(step::has).toList();

        if (modules.size() == 1) {
            return Optional.of(only(modules.get(0), step, value.location()));
        }

        // An unknown key is likely to be one of these in wrong letters, and is rejected already.
        if (value.isMapping() && shape.keys().containsAll(step.keys())) {
            value.reject(ScenarioMessages.notOneModule());
        }

        return Optional.empty();
    }

    private static ModuleCall only(String kind, YamlObject step, SourceLocation source) {
        return switch (kind) {
            case "notebook" -> notebook(step, source);
            case "class" -> mainClass(step, source);
            default -> job(step, source);
        };
    }

    private static ModuleCall notebook(YamlObject step, SourceLocation source) {
        rejectJobKeys(step);
        step.entry("arguments").ifPresent(entry -> step.reject(entry, ScenarioMessages.argumentsOfNotebook()));
        NotebookLanguage language =
                step.value("language").flatMap(RunParser::language).orElse(null);
        String path = step.value("notebook").map(RunParser::notebookPath).orElse("");
        Map<String, String> parameters = parameters(step);
        return new ModuleCall(ModuleCall.Kind.NOTEBOOK, path, parameters, List.of(), source).takenFor(language);
    }

    private static Optional<NotebookLanguage> language(YamlValue value) {
        String name = value.name();
        List<String> names = Arrays.stream(NotebookLanguage.values())
                .map(NotebookLanguage::magic)
                .toList();

        if (!name.isEmpty() && !names.contains(name)) {
            value.reject(ScenarioMessages.unknownLanguage(name, names));
        }

        return Arrays.stream(NotebookLanguage.values())
                .filter(language -> language.magic().equals(name))
                .findFirst();
    }

    private static ModuleCall mainClass(YamlObject step, SourceLocation source) {
        rejectJobKeys(step);
        rejectLanguage(step);
        step.entry("parameters").ifPresent(entry -> step.reject(entry, ScenarioMessages.parametersOfClass()));
        String name = step.value("class").map(YamlValue::string).orElse("");
        List<String> arguments = step.value("arguments").map(YamlValue::texts).orElse(List.of());
        return new ModuleCall(ModuleCall.Kind.CLASS, name, Map.of(), arguments, source);
    }

    private static ModuleCall job(YamlObject step, SourceLocation source) {
        rejectLanguage(step);
        step.entry("arguments").ifPresent(entry -> step.reject(entry, ScenarioMessages.argumentsOfJob()));
        Optional<YamlValue> value = step.value("job");
        String written = value.map(YamlValue::string).orElse("");
        JobReference job = JobReference.of(written)
                .inTarget(step.value("target").map(YamlValue::name).orElse(null))
                .with(step.value("variables").map(YamlValue::textsByName).orElse(Map.of()));
        value.filter(path -> !written.isEmpty()).ifPresent(path -> SourceParser.existing(path, job.file()));
        return new ModuleCall(ModuleCall.Kind.JOB, written, parameters(step), List.of(), source, job, null);
    }

    private static void rejectLanguage(YamlObject step) {
        step.entry("language").ifPresent(entry -> step.reject(entry, ScenarioMessages.onlyOfNotebook(entry.key())));
    }

    private static void rejectJobKeys(YamlObject step) {
        JOB_KEYS.stream()
                .flatMap(key -> step.entry(key).stream())
                .forEach(entry -> step.reject(entry, ScenarioMessages.onlyOfJob(entry.key())));
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
