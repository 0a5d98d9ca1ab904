package dev.lakelight.junit;

/** Whether lakes are kept after their tests. */
enum Keep {
    AS_CONFIGURED,
    ALWAYS
}
