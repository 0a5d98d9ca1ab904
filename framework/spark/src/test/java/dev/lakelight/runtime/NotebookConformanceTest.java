package dev.lakelight.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lakelight.secret.KnownSecrets;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row for each statement on what notebooks and jobs do on Databricks; the guide lists them. {@code -Dconformance=widgets.3} runs
 * the one of that id, {@code -Dconformance=widgets} those of a topic; several are
 * separated by commas.
 */
@Execution(ExecutionMode.CONCURRENT)
class NotebookConformanceTest {

    private static final String SHELL = "lakelight.notebook.sh";

    @RegisterExtension
    static final TestLake KEEPS_THE_CLUSTER = new TestLake();

    @RegisterExtension
    final TestLake lake = new TestLake();

    static Stream<ConformanceRow> rows() {
        return ConformanceRow.selected().filter(row -> !row.hasShellCells());
    }

    static Stream<ConformanceRow> rowsOnTheShell() {
        return ConformanceRow.selected().filter(ConformanceRow::hasShellCells);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("rows")
    void holds(ConformanceRow row) {
        row.needs()
                .forEach((what, reason) ->
                        assumeTrue(ConformanceNeeds.isThere(what, lake.session().version()), reason));
        row.secrets().forEach(KnownSecrets.ofThisJvm()::add);
        row.notebooks().forEach(lake::notebook);
        row.files().forEach(lake::file);
        run(row);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("rowsOnTheShell")
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void holdsOfTheShell(ConformanceRow row) {
        allowShell(row.needs().containsKey("shell"));

        try {
            holds(row);
        } finally {
            allowShell(false);
        }
    }

    private void run(ConformanceRow row) {
        ConformanceCheck check = new ConformanceCheck(row, lake);

        if (row.job().isEmpty()) {
            check.notebook(lake.notebooks().run(row.main(), row.parameters()));
        } else if (row.expected().containsKey("refused")) {
            check.refused(() -> lake.jobs().run(row.job(), row.parameters()));
        } else {
            check.job(lake.jobs().run(row.job(), row.parameters()));
        }
    }

    private static void allowShell(boolean allowed) {
        if (allowed) {
            System.setProperty(SHELL, "true");
        } else {
            System.clearProperty(SHELL);
        }
    }
}
