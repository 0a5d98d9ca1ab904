package dev.lakelight.runtime;

import com.databricks.WorkflowException;
import dev.lakelight.dbutils.NotebookRunner;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the notebooks that a run asks for with {@code dbutils.notebook.run}. */
final class ChildNotebooks implements NotebookRunner {

    /** What goes deeper calls itself; each level holds a compiler. */
    static final int MAX_DEPTH = 10;

    private final ModuleRunner runner;
    private final RunRequest parent;
    private final CallChain chain;

    ChildNotebooks(ModuleRunner runner, RunRequest parent, CallChain chain) {
        this.runner = runner;
        this.parent = parent;
        this.chain = chain;
    }

    @Override
    public String run(String path, Duration timeout, Map<String, String> arguments) {
        RunRequest request = parent.child(path, arguments);

        if (request.lineage().depth() > MAX_DEPTH) {
            throw new WorkflowException(
                    "Cannot run the notebook '%s': %d notebooks already wait for one another. Does one of them call itself?"
                            .formatted(path, MAX_DEPTH));
        }

        NotebookRun run = run(request, timeout);
        run.failure().ifPresent(failure -> {
            throw new WorkflowException("The notebook '%s' failed: %s".formatted(path, failure.getMessage()), failure);
        });
        return run.exitValue().orElse("");
    }

    private NotebookRun run(RunRequest request, Duration timeout) {
        try {
            Path file = runner.locator()
                    .findFrom(
                            chain.current(),
                            request.module(),
                            lookedAt -> RunErrors.noNotebook(request.module(), lookedAt));
            Supplier<NotebookRun> work = () -> runner.runNotebook(request, file);
            return timeout.isZero() ? work.get() : new TimedRun(request.module(), timeout).run(work);
        } catch (UserError e) {
            throw new WorkflowException(
                    "Cannot run the notebook '%s': %s".formatted(request.module(), e.getMessage()), e);
        }
    }
}
