package dev.lakelight.workspace;

import java.nio.file.Path;

/** Runs a workspace until it is killed. */
final class KilledWorkspace {

    private KilledWorkspace() {}

    /** Take the folder of the state, and a file with the class path of clusters if there are to be some. */
    public static void main(String[] arguments) throws InterruptedException {
        WorkspaceBuilder builder = RunningWorkspace.withUsers(Path.of(arguments[0]));

        if (arguments.length > 1) {
            builder.sparkClassPath(Path.of(arguments[1]));
        }

        System.out.println(builder.start().url());
        Thread.currentThread().join();
    }
}
