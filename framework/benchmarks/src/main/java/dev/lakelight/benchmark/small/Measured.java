package dev.lakelight.benchmark.small;

/** What is measured, in the order of a round. */
enum Measured {
    SEED("seeding a table of 10 rows"),
    SEED_WITH_SPARK("the same with createDataFrame and saveAsTable"),
    ASSERT("asserting on its rows"),
    ASSERT_AS_FAST_TESTS("as spark-fast-tests, small, unordered"),
    ASSERT_AS_TESTING_BASE("as spark-testing-base, in order"),
    WHOLE_TEST("a lake with three seeds and three assertions, opened and closed");

    private final String label;

    Measured(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
