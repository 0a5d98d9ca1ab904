package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.lake.Lake;
import dev.lakelight.problem.UserError;
import dev.lakelight.scenario.RowsExpectation;
import dev.lakelight.scenario.RowsExpectation.RowOrder;
import dev.lakelight.scenario.TableExpectation;
import dev.lakelight.scenario.TableExpectation.Presence;
import dev.lakelight.table.SchemaText;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Checks what a scenario expects of a table, by the assertions that Java tests use. */
public final class ExpectationCheck {

    private ExpectationCheck() {}

    /**
     * Verify everything that is expected of a table. Messages begin with the place of the expectation. A schema beside rows gives
     * them their types; alone it is verified as {@link LakeTableAssert#hasSchema} does, the order of columns included.
     *
     * @throws AssertionError when something does not hold; a {@link TableDifferenceError} when rows or schema differ
     * @throws UserError when what is expected cannot be read
     */
    public static void check(Lake lake, TableExpectation expectation) {
        LakeTableAssert table =
                LakelightAssertions.assertThat(lake.table(expectation.table())).as("%s", expectation.source());

        if (expectation.presence() == Presence.ABSENT) {
            table.doesNotExist();
            return;
        }

        table.exists();
        checkRows(table, expectation);

        if (expectation.count() != null) {
            table.hasRowCount(expectation.count());
        }

        if (expectation.commits() != null) {
            table.hasCommits(expectation.commits());
        }

        new RuleCheck(lake, table, expectation.rules()).check();
    }

    private static void checkRows(LakeTableAssert table, TableExpectation expectation) {
        RowsExpectation rows = expectation.rows();

        if (rows == null) {
            checkSchema(table, expectation.schema());
            return;
        }

        table.withKey(rows.key().toArray(String[]::new));
        table.comparing(new ExpectedComparison(rows.comparison())::of);

        if (rows.order() == RowOrder.AS_GIVEN) {
            table.inOrder();
        }

        if (rows.source() instanceof FileSource file) {
            table.compareWithFile(file.file(), schema(expectation));
        } else {
            table.compareWith(maker -> inline(maker, expectation, rows.source()));
        }
    }

    private static void checkSchema(LakeTableAssert table, @Nullable String schema) {
        if (schema != null) {
            table.hasSchema(schema);
        }
    }

    private static ComparedTable inline(ExpectedRows expected, TableExpectation expectation, Source rows) {
        if (rows instanceof InlineRows inline) {
            return expected.inline(inline, schema(expectation));
        }

        throw new UserError("%s: the rows of %s are expected in a data file or inline, not in a script or folder."
                .formatted(expectation.source(), expectation.table()));
    }

    private static @Nullable StructType schema(TableExpectation expectation) {
        String ddl = expectation.schema();
        return ddl == null ? null : SchemaText.read(ddl);
    }
}
