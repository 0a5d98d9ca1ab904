package dev.lakelight.databricks.suite;

import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.scenario.ComparisonSpec;
import dev.lakelight.scenario.ComparisonSpec.Option;
import dev.lakelight.scenario.Expectations;
import dev.lakelight.scenario.Expectations.Idempotence;
import dev.lakelight.scenario.RowsExpectation;
import dev.lakelight.scenario.RowsExpectation.RowOrder;
import dev.lakelight.scenario.TableExpectation;
import dev.lakelight.scenario.TableRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what cannot be checked on Databricks: a test that is checked in part only would be green in silence. */
final class Unsupported {

    private Unsupported() {}

    static void check(Expectations then) {
        refuse(then.idempotence() == Idempotence.REQUIRED, "idempotence is checked on this machine only");
        then.tables().forEach(Unsupported::check);
    }

    private static void check(TableExpectation table) {
        requireTwoParts(table.table());
        refuse(table.commits() != null, of(table, "commits"));
        check(table, table.rules());

        if (table.rows() != null) {
            check(table, table.rows());
        }
    }

    private static void check(TableExpectation table, TableRules rules) {
        rules.references().forEach(reference -> requireTwoParts(reference.table()));
        refuse(!rules.properties().isEmpty(), of(table, "properties"));
        refuse(rules.partitionedBy() != null, of(table, "partitions"));
        refuse(rules.clusteredBy() != null, of(table, "clustering"));
        refuse(rules.operations() != null, of(table, "operations"));
        refuse(rules.fileCount() != null || rules.minimumBytes() != null, of(table, "files"));
    }

    private static void check(TableExpectation table, RowsExpectation rows) {
        ComparisonSpec comparison = rows.comparison();
        boolean tolerant =
                comparison.tolerance() != null || !comparison.tolerances().isEmpty();
        refuse(rows.order() == RowOrder.AS_GIVEN, of(table, "the order of rows"));
        refuse(comparison.options().contains(Option.WIDER_TYPES), of(table, "wider types"));
        refuse(comparison.options().contains(Option.PLACEHOLDERS), of(table, "placeholders"));
        refuse(tolerant && rows.key().isEmpty(), of(table, "a tolerance without a key"));
    }

    /** The catalog is that of the test; one with a name would be everybody's. */
    static void requireTwoParts(String table) {
        refuse(
                parts(table).size() != 2,
                "the table %s names a catalog, which other runs would share; name it schema.table".formatted(table));
    }

    static void refuse(boolean unsupported, String reason) {
        if (unsupported) {
            throw new NotRemoteException(reason);
        }
    }

    /** Return the parts of a table's name, without quotes. */
    static List<String> parts(@Nullable String table) {
        return TableName.parts(String.valueOf(table));
    }

    private static String of(TableExpectation table, String what) {
        return "%s: %s of %s: this is checked on this machine only".formatted(table.source(), what, table.table());
    }
}
