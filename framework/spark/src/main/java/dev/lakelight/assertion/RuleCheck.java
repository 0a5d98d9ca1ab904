package dev.lakelight.assertion;

import dev.lakelight.lake.Lake;
import dev.lakelight.scenario.TableRules;
import java.util.List;

/**
 * Checks what a scenario says of a table beside its rows.
 *
 * @param lake that the table is in
 * @param table to look at
 * @param rules that it must keep
 */
record RuleCheck(Lake lake, LakeTableAssert table, TableRules rules) {

    void check() {
        checkRows();
        checkDefinition();

        if (rules.operations() != null) {
            table.commits().hasOperations(names(rules.operations()));
        }

        if (rules.fileCount() != null) {
            table.files().hasSize(rules.fileCount());
        }

        if (rules.minimumBytes() != null) {
            table.files().haveAtLeastBytes(rules.minimumBytes());
        }
    }

    private void checkRows() {
        if (!rules.unique().isEmpty()) {
            table.hasUniqueKey(names(rules.unique()));
        }

        rules.references()
                .forEach(reference -> table.hasReferences(
                        reference.column(), lake.table(reference.table()), reference.targetColumn()));
        rules.expect().forEach(table::hasOnlyRowsWhere);
    }

    private void checkDefinition() {
        rules.properties().forEach((name, value) -> table.properties().contains(name, value));

        if (rules.partitionedBy() != null) {
            table.schema().isPartitionedBy(names(rules.partitionedBy()));
        }

        if (rules.clusteredBy() != null) {
            table.schema().isClusteredBy(names(rules.clusteredBy()));
        }
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }
}
