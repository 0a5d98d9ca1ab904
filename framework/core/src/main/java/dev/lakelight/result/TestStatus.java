package dev.lakelight.result;

/** How a test ended. Only {@link #PASSED} and {@link #SKIPPED} leave a verdict green. */
public enum TestStatus {
    PASSED,
    /** An assertion did not hold. */
    FAILED,
    /** Something else was thrown: a broken fixture, a failed module, a broken environment. */
    ERROR,
    SKIPPED,
    /** Planned or started, and never heard of again. */
    LOST
}
