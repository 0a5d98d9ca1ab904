package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.lake.LakeTable;

/** The rows of a table of a lake, as they are compared: in memory if they are few and can be read without Spark. */
final class TableContent {

    private TableContent() {}

    static ComparedTable of(LakeTable table) {
        return table.fewRows()
                .map(rows -> ComparedTable.of(table.name(), rows, table.lake().zone()))
                .orElseGet(() -> ComparedTable.of(table.name(), table.dataset()));
    }
}
