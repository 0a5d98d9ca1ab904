package dev.lakelight.dbutils;

/** {@code dbutils.jobs}. */
public final class JobsUtils {

    /** What tasks of a job tell each other. */
    public final TaskValuesUtils taskValues;

    /** Create the object for one run. */
    public JobsUtils(TaskValueScope scope) {
        this.taskValues = new TaskValuesUtils(scope);
    }
}
