package dev.lakelight.workspace;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;

/**
 * Starts a workspace and says how to use it. It runs until the process is ended.
 *
 * <p>Options: {@code --state FOLDER} (otherwise {@code .lakelight/workspace}), {@code --port NUMBER}, {@code --address NAME},
 * {@code --tls}, {@code --users FILE}, {@code --mail FILE}, {@code --trust FILE}, {@code --spark-classpath FILE}. The token is in a
 * file and is never printed: what is printed ends up in logs.
 */
public final class WorkspaceMain {

    private WorkspaceMain() {}

    /** Start a workspace; wrong options or an environment that does not allow it end the process with 2. */
    public static void main(String[] arguments) {
        try {
            Workspace workspace = CommandLine.parse(arguments).start();
            Runtime.getRuntime().addShutdownHook(new Thread(workspace::close));
            System.out.println(greeting(workspace, workspace.browserLink()));
        } catch (UserError | EnvironmentError e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static String greeting(Workspace workspace, String link) {
        Path state = workspace.stateFolder();
        String trust = workspace.url().startsWith("https:") ? "%n  trust    %s".formatted(state.resolve("ca.pem")) : "";
        return """
                Lakelight workspace, with the REST API of Databricks. Unofficial: Databricks has no part in it.
                  open     %s
                           works once; later, log in there with the token
                  address  %s%s
                  clients  export DATABRICKS_CONFIG_FILE=%s
                  state    %s
                Ctrl-C stops it; it goes on from its state when it is started again.""".formatted(link, workspace.url(), trust, state.resolve(ProfileFile.NAME), state);
    }
}
