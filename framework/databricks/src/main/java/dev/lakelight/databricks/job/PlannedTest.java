package dev.lakelight.databricks.job;

import static java.util.Objects.requireNonNull;

import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.result.TestIdentity;
import java.util.ArrayList;
import java.util.List;

/**
 * A test that is run, with the names that its tasks have.
 *
 * @param number of the test in the suite, from 1
 * @param catalog of its own
 * @param identity which test
 * @param work what it does
 */
public record PlannedTest(int number, String catalog, TestIdentity identity, Work.Run work) {

    public PlannedTest {
        requireNonNull(catalog, "catalog");
        requireNonNull(identity, "identity");
        requireNonNull(work, "work");
    }

    /** Return the key of the task that fills the catalog. */
    public String seedTask() {
        return key("seed");
    }

    /** Return the key of the task that runs a step, from 1. */
    public String stepTask(int step) {
        return key("step" + step);
    }

    /** Return the key of the task that looks at the tables. */
    public String checkTask() {
        return key("check");
    }

    /** Return the key of the job cluster whose sessions begin in the catalog. */
    public String catalogCluster() {
        return key("cluster");
    }

    /** Return whether there are tables to look at. */
    public boolean hasCheck() {
        return !work.tables().isEmpty();
    }

    /** Return the keys of all its tasks, in order. */
    public List<String> tasks() {
        List<String> tasks = new ArrayList<>();
        tasks.add(seedTask());

        for (int step = 1; step <= work.steps().size(); step++) {
            tasks.add(stepTask(step));
        }

        if (hasCheck()) {
            tasks.add(checkTask());
        }

        return tasks;
    }

    private String key(String what) {
        return "t%03d_%s".formatted(number, what);
    }
}
