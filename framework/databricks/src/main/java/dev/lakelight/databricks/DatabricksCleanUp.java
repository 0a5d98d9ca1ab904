package dev.lakelight.databricks;

import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.RunName;
import dev.lakelight.problem.EnvironmentError;
import java.util.List;
import java.util.function.Consumer;

/** Removes what runs have left in a workspace: those that were interrupted, and those that were kept. */
public final class DatabricksCleanUp {

    private DatabricksCleanUp() {}

    /**
     * Remove everything of the runs of this user that have expired.
     *
     * @param settings how to log in, and what to run the dropping of catalogs on
     * @param log takes a line for each run
     * @return how many runs there were
     * @throws EnvironmentError when something cannot be removed; the others are
     */
    public static int run(DatabricksSettings settings, Consumer<String> log) throws InterruptedException {
        RemoteWorkspace workspace = RemoteWorkspace.connect(settings.login());
        String base = DatabricksSuite.baseFolder(settings, workspace);
        RunCleanUp cleanUp = new RunCleanUp(settings, workspace, log);
        List<RunName> expired = cleanUp.expired(base, workspace.now());
        EnvironmentError trouble = null;

        for (RunName name : expired) {
            try {
                cleanUp.remove(new RunPlace(base, name));
                log.accept("Removed what the run %s had left.".formatted(name));
            } catch (EnvironmentError e) {
                log.accept(String.valueOf(e.getMessage()));
                trouble = e;
            }
        }

        if (trouble != null) {
            throw trouble;
        }

        return expired.size();
    }
}
