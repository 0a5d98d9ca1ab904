package dev.lakelight.runtime;

/** What is done around each cell of a run. */
@FunctionalInterface
interface CellStep {

    /** What fails ends the run, as on Databricks. */
    CellStep PLAIN = (place, cell) -> cell.run();

    /** Run a cell, which throws what it fails with. What this throws ends the run. */
    void take(CellPlace place, Runnable cell);
}
