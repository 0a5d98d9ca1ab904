package dev.lakelight.workspace;

import java.nio.file.Path;

/** Runs a workspace, whose tasks never end, until it is killed. */
final class KilledJobs {

    private KilledJobs() {}

    public static void main(String[] arguments) throws InterruptedException {
        JobWorkspace jobs = JobWorkspace.in(Path.of(arguments[0]));
        jobs.clusters().shut();
        System.out.println(jobs.get().url());
        Thread.currentThread().join();
    }
}
