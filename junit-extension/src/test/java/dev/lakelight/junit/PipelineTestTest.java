package dev.lakelight.junit;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lakelight.assertion.TableDifferenceError;
import dev.lakelight.configuration.Configuration;
import dev.lakelight.junit.engine.TestProject;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.NotebookRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

class PipelineTestTest {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void createProject() {
        project = new TestProject(folder);
        project.write("totals.sql", """
                -- Databricks notebook source
                CREATE SCHEMA IF NOT EXISTS gold;
                CREATE TABLE gold.totals USING delta AS
                SELECT :day AS day, count(*) AS orders FROM bronze.orders JOIN bronze.prepared
                """);
        project.write("append.sql", "-- Databricks notebook source\nINSERT INTO gold.days VALUES (2)");
        project.write("once.sql", "-- Databricks notebook source\nCREATE TABLE gold.once AS SELECT 1 AS id");
        project.write("replace.sql", "-- Databricks notebook source\nINSERT OVERWRITE gold.days VALUES (2)");
        project.write("src/test/lakelight/all.yml", """
                configurations:
                  small:
                    parameters: { day: small-day }
                    spark: { spark.sql.session.timeZone: Europe/Paris }
                    given: { bronze.orders: { schema: id INT, rows: [[1], [2]] } }
                  late-data:
                    parameters: { day: late-day }
                    spark: { spark.sql.session.timeZone: Asia/Tokyo }
                    given: { bronze.orders: { schema: id INT, rows: [[3]] } }
                """);
    }

    @Test
    void runsTheModuleUnderEachConfigurationBeforeTheBody() {
        EngineExecutionResults results = execute(Totals.class);

        results.testEvents().assertStatistics(events -> events.started(2).succeeded(2));
        assertThat(names(results)).containsExactlyInAnyOrder("small", "late-data");
        assertThat(SEEN)
                .containsExactlyInAnyOrder("small: [small-day,2] Europe/Paris", "late-data: [param-day,1] Asia/Tokyo");
    }

    @Test
    void failsWhenTheModuleFailsAndNobodyLooksAtTheRun() {
        EngineExecutionResults results = execute(NoTable.class);

        results.testEvents()
                .assertStatistics(events -> events.started(2).succeeded(1).failed(1));
    }

    @Test
    void runsAnIdempotentModuleAgainAfterTheBody() {
        EngineExecutionResults results = execute(Again.class);

        results.testEvents()
                .assertStatistics(events -> events.started(2).succeeded(1).failed(1));
        results.testEvents()
                .failed()
                .assertEventsMatchExactly(
                        EventConditions.event(
                                EventConditions.displayName("append.sql"),
                                EventConditions.finishedWithFailure(
                                        TestExecutionResultConditions.instanceOf(TableDifferenceError.class),
                                        TestExecutionResultConditions.message(
                                                message -> message.startsWith(
                                                        "append.sql is not idempotent: it was run again on its own result.\n\n"
                                                                + "gold.days differs from its content after the first run: 1 unexpected\n")))));
    }

    @Test
    void failsWhenOnlyTheSecondRunFails() {
        EngineExecutionResults results = execute(Once.class);

        results.testEvents().assertStatistics(events -> events.started(1).failed(1));
        results.testEvents()
                .failed()
                .assertEventsMatchExactly(
                        EventConditions.event(
                                EventConditions.finishedWithFailure(
                                        TestExecutionResultConditions.instanceOf(AssertionError.class),
                                        TestExecutionResultConditions.message(
                                                message -> message.startsWith(
                                                        "once.sql is not idempotent: it was run again on its own result, and failed.\n\n"
                                                                + "once.sql failed.\nonce.sql:2 (cell 1) failed: [TABLE_OR_VIEW_ALREADY_EXISTS]")))));
    }

    private EngineExecutionResults execute(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("lakelight.basedir", folder.toString())
                .selectors(selectClass(testClass))
                .execute();
    }

    private static List<String> names(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .toList();
    }

    @LakelightTest
    static class Totals {

        @BeforeEach
        void prepare(Lake lake, Configuration configuration) {
            lake.table("bronze.prepared")
                    .withSchema("by STRING")
                    .rows(org.apache.spark.sql.RowFactory.create(configuration.name()));
        }

        @PipelineTest(notebook = "totals.sql", configurations = "small")
        void hasOneRow(NotebookRun run, Lake lake, Configuration configuration) {
            see(run, lake, configuration);
        }

        @PipelineTest(notebook = "totals.sql", configurations = "late-data", parameters = "day=param-day")
        void hasOneRowWithParameters(NotebookRun run, Lake lake, Configuration configuration) {
            see(run, lake, configuration);
        }

        private static void see(NotebookRun run, Lake lake, Configuration configuration) {
            assertThat(run.succeeded()).isTrue();
            SEEN.add(configuration.name() + ": "
                    + lake.sql("SELECT * FROM gold.totals").first() + " " + lake.zone());
        }
    }

    @LakelightTest
    static class NoTable {

        @PipelineTest(notebook = "totals.sql")
        void doesNotLook() {}

        @PipelineTest(notebook = "totals.sql")
        void looks(NotebookRun run) {
            assertThat(run.succeeded()).isFalse();
        }
    }

    @LakelightTest
    static class Again {

        @BeforeEach
        void prepare(Lake lake) {
            lake.table("gold.days").withSchema("day INT").rows(RowFactory.create(1));
        }

        @PipelineTest(notebook = "append.sql", idempotent = true)
        void appends(Lake lake) {
            assertThat(lake.table("gold.days")).hasRowCount(2).hasCommits(1);
        }

        @PipelineTest(notebook = "replace.sql", idempotent = true)
        void replaces(Lake lake) {
            assertThat(lake.table("gold.days")).hasRowCount(1).hasCommits(1);
        }
    }

    @LakelightTest
    static class Once {

        @PipelineTest(notebook = "once.sql", idempotent = true)
        void createsATable(Lake lake) {
            assertThat(lake.table("gold.once")).hasRowCount(1);
        }

        @BeforeEach
        void prepare(Lake lake) {
            lake.createSchema("gold");
        }
    }
}
