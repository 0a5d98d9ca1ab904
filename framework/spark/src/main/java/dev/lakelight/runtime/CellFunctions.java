package dev.lakelight.runtime;

import org.apache.spark.sql.Dataset;

/** The functions that Java cells can call without import. */
public final class CellFunctions {

    private CellFunctions() {}

    /** Run a query and show its first rows as the output of the cell. */
    public static void display(Dataset<?> result) {
        CellOutput.current().ifPresent(output -> output.show(TableSamples.of(result)));
    }

    /** Record a piece of HTML as text of the cell. */
    public static void displayHTML(String html) {
        CellOutput.current().ifPresent(output -> output.println(html));
    }
}
