package dev.lakelight.dbutils;

/** {@code dbutils.jobs}. */
public final class JobsUtils {

    /** What tasks of a job tell each other. */
    public final TaskValuesUtils taskValues;

    /** Create the object for one run. */
    public JobsUtils(TaskValueScope scope) {
        this.taskValues = new TaskValuesUtils(scope);
    }

    /** Print what there is. */
    public void help() {
        taskValues.help();
    }

    /** Print what a method takes. */
    public void help(String method) {
        taskValues.help(method);
    }
}
