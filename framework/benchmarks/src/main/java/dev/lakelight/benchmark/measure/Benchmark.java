package dev.lakelight.benchmark.measure;

/** Something to be measured. */
public interface Benchmark {

    /** Return the name by which it is asked for. */
    String name();

    /** Return what it measures, in a sentence for the head of its report. */
    String question();

    /**
     * Do all its rounds.
     *
     * @throws dev.lakelight.problem.EnvironmentError when something that is measured does not do its work
     */
    Findings run(Workbench workbench);
}
