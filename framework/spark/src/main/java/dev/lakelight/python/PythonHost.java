package dev.lakelight.python;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.result.TableSample;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What the Python cells of a run reach in the JVM. It is called by several threads. */
public interface PythonHost {

    /** Return the session of the run. */
    SparkSession spark();

    /** Return the utilities of the run. */
    DBUtils dbutils();

    /** Let what the current thread prints and shows be that of the cell that is running. */
    void enter();

    /** Show a value as the output of the cell. */
    void display(@Nullable Object value);

    /** Show a table as the output of the cell. */
    void display(TableSample table);

    /** Show HTML as the output of the cell. */
    void displayHtml(String html);

    /** Tell of something that has no effect here, as a warning of the cell. */
    void warn(String text);

    /** Run a shell command, where that is allowed. */
    void shell(String command);
}
