package dev.lakelight.result;

/** Where a test was declared. */
public enum TestKind {
    /** A Jupiter test method, or another engine's test. */
    JUNIT,
    /** A scenario of a YAML file under one configuration. */
    SCENARIO,
    /** A notebook whose name marks it as a test, under one configuration. */
    NOTEBOOK_TEST
}
