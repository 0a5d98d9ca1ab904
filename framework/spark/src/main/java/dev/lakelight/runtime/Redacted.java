package dev.lakelight.runtime;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TableSample;
import dev.lakelight.result.Warning;
import dev.lakelight.secret.KnownSecrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of runs without the secrets that the runs have read. */
final class Redacted {

    private static final KnownSecrets SECRETS = KnownSecrets.ofThisJvm();

    private Redacted() {}

    static ModuleRun of(ModuleRun run) {
        if (SECRETS.isEmpty()) {
            return run;
        }

        return new ModuleRun(
                run.module(),
                run.configuration(),
                of(run.parameters()),
                run.outcome(),
                run.duration(),
                run.cells().stream().map(Redacted::of).toList(),
                of(run.exitValue()),
                of(run.problem()));
    }

    private static CellRun of(CellRun cell) {
        return new CellRun(
                cell.number(),
                cell.language(),
                cell.title(),
                cell.source(),
                SECRETS.redact(cell.code()),
                cell.status(),
                cell.duration(),
                of(cell.output()),
                SECRETS.redact(cell.text()),
                cell.warnings().stream().map(Redacted::of).toList(),
                of(cell.problem()));
    }

    private static Warning of(Warning warning) {
        return new Warning(SECRETS.redact(warning.text()), warning.source());
    }

    private static @Nullable TableSample of(@Nullable TableSample table) {
        return table == null
                ? null
                : new TableSample(
                        ofAll(table.columns()),
                        table.types(),
                        table.rows().stream().map(Redacted::row).toList(),
                        table.truncated());
    }

    private static List<String> ofAll(List<String> texts) {
        return texts.stream().map(SECRETS::redact).toList();
    }

    private static List<@Nullable String> row(List<@Nullable String> row) {
        List<@Nullable String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(of(cell)));
        return cells;
    }

    private static @Nullable Problem of(@Nullable Problem problem) {
        return problem == null
                ? null
                : new Problem(
                        problem.type(),
                        SECRETS.redact(problem.message()),
                        SECRETS.redact(problem.trace()),
                        problem.location());
    }

    private static @Nullable String of(@Nullable String text) {
        return text == null ? null : SECRETS.redact(text);
    }

    private static Map<String, String> of(Map<String, String> parameters) {
        Map<String, String> redacted = new LinkedHashMap<>(parameters);
        redacted.replaceAll((name, value) -> SECRETS.redact(value));
        return redacted;
    }
}
