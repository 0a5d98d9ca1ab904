package dev.lakelight.job;

/** Under which results of the tasks that it depends on a task is run; as in Databricks' Jobs API. */
public enum RunIf {
    /** All have run and succeeded; the default. */
    ALL_SUCCESS,
    AT_LEAST_ONE_SUCCESS,
    /** None has failed, and at least one was run. */
    NONE_FAILED,
    ALL_DONE,
    AT_LEAST_ONE_FAILED,
    ALL_FAILED
}
