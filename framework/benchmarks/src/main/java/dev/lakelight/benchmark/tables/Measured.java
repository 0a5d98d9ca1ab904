package dev.lakelight.benchmark.tables;

/** What is measured of an algorithm, in the order of the report. */
enum Measured {
    EQUAL_WALL("equalSeconds"),
    EQUAL_CPU("equalCpuSeconds"),
    CHANGED_WALL("changedSeconds"),
    CHANGED_CPU("changedCpuSeconds");

    private final String label;

    Measured(String label) {
        this.label = label;
    }

    /** Return its name in files. */
    String label() {
        return label;
    }

    /** Return the name of the milestone that tells it, in nanoseconds. */
    String of(Algorithm algorithm) {
        return algorithm + "-" + this;
    }
}
