package dev.lakelight.workspace;

import java.nio.file.Path;

/** Runs a workspace until it is killed. */
final class KilledWorkspace {

    private KilledWorkspace() {}

    public static void main(String[] arguments) throws InterruptedException {
        Workspace workspace = RunningWorkspace.withUsers(Path.of(arguments[0])).start();
        System.out.println(workspace.url());
        Thread.currentThread().join();
    }
}
