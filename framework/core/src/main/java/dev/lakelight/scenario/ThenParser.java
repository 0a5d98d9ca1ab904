package dev.lakelight.scenario;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what must hold after a run. */
final class ThenParser {

    private static final String ABSENT = "absent";

    private final Map<String, TableExpectation> tables = new LinkedHashMap<>();

    private ThenParser() {}

    /** Read the {@code then} of a scenario, which may have none. */
    static Expectations parse(YamlObject scenario) {
        ThenParser parser = new ThenParser();
        return scenario.value("then")
                .map(then -> parser.read(then.object(ScenarioMessages::secondExpectation)))
                .orElseGet(() -> new Expectations(null, null, List.of()));
    }

    private Expectations read(YamlObject then) {
        then.entriesBeside(Shape.THEN).forEach(entry -> readTable(then, entry));
        Optional<String> exit = then.value("exit").map(YamlValue::text);
        Optional<String> error = then.value("error").map(YamlValue::string);

        if (exit.isPresent() && error.isPresent()) {
            then.entry("error").ifPresent(entry -> then.reject(entry, ScenarioMessages.exitAndError()));
            exit = Optional.empty();
        }

        return new Expectations(exit.orElse(null), error.orElse(null), new ArrayList<>(tables.values()));
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
