package dev.lakelight.workspace.statement;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.cluster.WarehouseCluster;
import dev.lakelight.workspace.driver.StatementOrder;
import dev.lakelight.workspace.driver.StatementResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements since the start of the workspace. Of those that are over, the results of the last ones are kept. */
final class Statements {

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 128L << 20;

    private final WarehouseCluster warehouse;
    private final Map<String, StatementRun> runs = new LinkedHashMap<>();

    Statements(WarehouseCluster warehouse) {
        this.warehouse = warehouse;
    }

    StatementRun run(StatementOrder order, Principal caller, boolean mayBeCut) {
        StatementRun run = new StatementRun(order, caller.name(), mayBeCut);

        synchronized (runs) {
            runs.put(run.id(), run);
        }

        run.begin(warehouse, this::forgetOld);
        return run;
    }

    /**
     * Return a statement of a caller.
     *
     * @throws dev.lakelight.workspace.api.ApiException when there is none of that id, or it is someone else's
     */
    StatementRun get(String id, Principal caller) {
        synchronized (runs) {
            StatementRun run = runs.get(id);

            if (run == null || (!caller.isAdmin() && !run.user().equals(caller.name()))) {
                throw ApiErrors.notFound("The statement %s was not found.".formatted(id));
            }

            return run;
        }
    }

    private void forgetOld() {
        synchronized (runs) {
            List<StatementRun> over =
                    runs.values().stream().filter(run -> run.state().isOver()).toList();
            long bytes = over.stream().mapToLong(Statements::bytes).sum();

            for (int i = 0; i < over.size() - 1 && bytes > MOST_BYTES; i++) {
                bytes -= bytes(over.get(i));
                over.get(i).close();
            }

            over.stream().limit(Math.max(0, runs.size() - MOST)).forEach(run -> runs.remove(run.id()));
        }
    }

    private static long bytes(StatementRun run) {
        return run.result().map(StatementResult::bytes).orElse(0L);
    }
}
