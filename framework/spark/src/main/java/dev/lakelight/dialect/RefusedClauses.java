package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clauses that cannot be bridged, of statements that can. */
final class RefusedClauses {

    private static final String FILTER =
            "It shows some users less, and there are no users. Test the function that it names on its own.";
    private static final Set<String> VERBS = Set.of("CREATE", "ALTER", "REPLACE");
    private static final Map<List<String>, String> REASONS = Map.of(
            List.of("ROW", "FILTER"), FILTER,
            List.of("SET", "MASK"), FILTER,
            List.of("LANGUAGE", "PYTHON"), "Spark's SQL has functions in SQL only. Register the function in a cell.");

    private RefusedClauses() {}

    static Optional<Refusals.Reason> reason(StatementReader statement) {
        StatementReader reader = statement.again();

        if (!reader.atOneOf(VERBS)) {
            return Optional.empty();
        }

        while (!reader.atEnd()) {
            for (Map.Entry<List<String>, String> clause : REASONS.entrySet()) {
                if (reader.at(clause.getKey().toArray(String[]::new))) {
                    return Optional.of(new Refusals.Reason(String.join(" ", clause.getKey()), clause.getValue()));
                }
            }

            reader.take();
        }

        return Optional.empty();
    }
}
