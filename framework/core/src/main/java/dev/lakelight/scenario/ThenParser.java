package dev.lakelight.scenario;

import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.scenario.Expectations.Idempotence;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what must hold after a run. */
final class ThenParser {

    private static final String ABSENT = "absent";

    private final Map<String, TableExpectation> tables = new LinkedHashMap<>();

    private ThenParser() {}

    /** Read the {@code then} of a scenario with these steps, which may have none. */
    static Expectations parse(YamlObject scenario, List<ModuleCall> steps) {
        ThenParser parser = new ThenParser();
        scenario.value("then").filter(YamlValue::isMapping).ifPresent(then -> check(then.object(), steps));
        return scenario.value("then")
                .map(then -> parser.read(then.object(ScenarioMessages::secondExpectation)))
                .orElseGet(() -> new Expectations(null, null, List.of(), Map.of()));
    }

    private Expectations read(YamlObject then) {
        then.entriesBeside(Shape.THEN).forEach(entry -> readTable(then, entry));
        Optional<String> exit = then.value("exit").map(YamlValue::text);
        Optional<String> error = then.value("error").map(YamlValue::string);

        if (exit.isPresent() && error.isPresent()) {
            then.entry("error").ifPresent(entry -> then.reject(entry, ScenarioMessages.exitAndError()));
            exit = Optional.empty();
        }

        return new Expectations(
                exit.orElse(null),
                error.orElse(null),
                new ArrayList<>(tables.values()),
                tasks(then),
                idempotence(then));
    }

    private static Idempotence idempotence(YamlObject then) {
        boolean required = then.value("idempotent").map(YamlValue::yesOrNo).orElse(false);

        if (required && then.has("error")) {
            then.entry("idempotent").ifPresent(entry -> then.reject(entry, ScenarioMessages.idempotentError()));
        }

        return required ? Idempotence.REQUIRED : Idempotence.NOT_REQUIRED;
    }

    private static void check(YamlObject then, List<ModuleCall> steps) {
        boolean endsWithJob = !steps.isEmpty() && steps.get(steps.size() - 1).kind() == ModuleCall.Kind.JOB;

        if (endsWithJob) {
            then.entry("exit").ifPresent(entry -> then.reject(entry, ScenarioMessages.exitOfJob()));
        } else {
            then.entry("tasks").ifPresent(entry -> then.reject(entry, ScenarioMessages.tasksOfModule()));
        }
    }

    private static Map<String, RunState> tasks(YamlObject then) {
        Map<String, RunState> tasks = new LinkedHashMap<>();
        then.value("tasks")
                .map(value -> value.object().entries())
                .orElse(List.of())
                .forEach(entry -> state(entry.value()).ifPresent(state -> tasks.put(entry.key(), state)));
        return tasks;
    }

    private static Optional<RunState> state(YamlValue value) {
        String name = value.name();
        Optional<RunState> found = Arrays.stream(RunState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();

        if (found.isEmpty() && !name.isEmpty()) {
            List<String> names =
                    Arrays.stream(RunState.values()).map(Enum::name).toList();
            value.reject(ScenarioMessages.unknownState(name, names));
        }

        return found;
    }

    private void readTable(YamlObject then, YamlObject.Entry entry) {
        if (!TableNames.isQualified(entry.key())) {
            then.reject(entry, ScenarioMessages.notATable(entry.key(), Shape.THEN));
            return;
        }

        TableExpectation expectation = table(entry);
        TableExpectation first = tables.putIfAbsent(TableNames.canonical(entry.key()), expectation);

        if (first != null) {
            then.reject(entry, ScenarioMessages.secondExpectation(first.table(), first.source()));
        }
    }

    private static TableExpectation table(YamlObject.Entry entry) {
        SourceLocation source = entry.value().file().location(entry.node());
        TableExpectationParser parser = new TableExpectationParser(entry.key(), source);

        if (entry.value().isMapping()) {
            return parser.detailed(entry.value());
        }

        return entry.value().raw().equals(ABSENT) ? parser.absent() : parser.rowsOnly(entry.value());
    }
}
