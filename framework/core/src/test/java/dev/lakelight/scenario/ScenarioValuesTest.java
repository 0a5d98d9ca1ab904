package dev.lakelight.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.GeneratedData.ColumnReference;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.configuration.SeedSpec.Source.SqlFile;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.scenario.Expectations.Idempotence;
import dev.lakelight.scenario.RowsExpectation.RowOrder;
import dev.lakelight.scenario.TableExpectation.Presence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioValuesTest {

    @TempDir
    Path base;

    private ScenarioProject project;
    private ScenarioFile file;

    @BeforeEach
    void readTheLargestExample() {
        project = ScenarioProject.in(base)
                .with("a.yml", ScenarioExample.accepted("everything at once").yaml());
        file = project.readOne();
    }

    @Test
    void readsConfigurationsWithParametersAsTheyAreWritten() {
        Configuration small = file.configurations().get(0);

        assertThat(file.configurations()).extracting(Configuration::name).containsExactly("small", "empty");
        assertThat(small.parameters())
                .containsExactly(
                        entry("run_date", "2011-12-09"),
                        entry("limit", "010"),
                        entry("rate", "1.10"),
                        entry("full", "true"),
                        entry("text", ""),
                        entry("at", "${lake.files}/in"));
        assertThat(small.sparkSettings())
                .containsExactly(entry("spark.sql.ansi.enabled", "true"), entry("spark.sql.shuffle.partitions", "2"));
        assertThat(small.declaredAt()).isEqualTo(at(2));
        assertThat(small.seeds())
                .containsExactly(new SeedSpec("bronze.invoices", new FileSource(data("customers.csv")), null, at(5)));
    }

    @Test
    void readsWhatAScenarioIs() {
        Scenario scenario = file.scenarios().get(0);

        assertThat(scenario.name()).isEqualTo("a late address wins");
        assertThat(scenario.description()).isEqualTo("The newest change is kept, whenever it comes.");
        assertThat(scenario.tags()).containsExactly("late", "merge");
        assertThat(scenario.source()).isEqualTo(at(10));
        assertThat(scenario.configurations()).containsExactly("small", "empty");
        assertThat(scenario.run())
                .containsExactly(new ModuleCall(
                        ModuleCall.Kind.NOTEBOOK,
                        "pipelines/silver/customers.sql",
                        Map.of("run_date", "2011-12-10"),
                        List.of(),
                        at(25)));
    }

    @Test
    void readsSeedsOfEveryKind() {
        List<SeedSpec> given = file.scenarios().get(0).given();

        assertThat(given)
                .extracting(SeedSpec::table)
                .containsExactly(
                        "landing/2011-12-05.csv",
                        "landing/all",
                        "bronze.customers",
                        "bronze.orders",
                        "bronze.setup",
                        "bronze.inline");
        assertThat(given.get(0).source())
                .isEqualTo(new LandingFile("landing/2011-12-05.csv", data("late/2011-12-05.csv")));
        assertThat(given.get(1).source()).isEqualTo(new LandingFile("landing/all", data("late")));
        assertThat(given.get(3).source()).isEqualTo(new FileSource(data("orders.jsonl")));
        assertThat(given.get(3).schema()).isEqualTo("id INT, amount DECIMAL(10,2)");
        assertThat(given.get(4).source()).isEqualTo(new SqlFile(data("setup.sql")));
    }

    @Test
    void readsRowsByPositionAndByName() {
        InlineRows rows = (InlineRows) file.scenarios().get(0).given().get(5).source();

        assertThat(rows.columns()).containsExactly("id", "name", "tags", "at");
        assertThat(rows.rows())
                .containsExactly(
                        List.of(1L, "a", Arrays.asList("x", null), Map.of("x", 1L, "y", 2L)),
                        Arrays.asList(2L, null, List.of(), null),
                        Arrays.asList(3L, null, null, null));
        assertThat(rows.places()).containsExactly(at(20), at(21), at(22));
    }

    @Test
    void readsExpectationsOfTables() {
        Expectations then = file.scenarios().get(0).then();
        Path expected = base.resolve("src/test/resources/expected/customers.csv");

        assertThat(then.exitValue()).isEqualTo("12");
        assertThat(then.error()).isNull();
        assertThat(then.tables().get(0))
                .isEqualTo(new TableExpectation(
                        "silver.customers",
                        Presence.PRESENT,
                        new RowsExpectation(
                                new FileSource(expected),
                                List.of("id", "name"),
                                RowOrder.AS_GIVEN,
                                new ComparisonSpec(
                                        List.of("id", "name", "x"),
                                        List.of("loaded_at"),
                                        EnumSet.allOf(ComparisonSpec.Option.class),
                                        "1%",
                                        Map.of("x", "0.01", "y", "2"))),
                        "id INT, name STRING",
                        2L,
                        1,
                        TableRules.NONE,
                        at(30)));
        assertThat(then.tables().get(1).rows()).isEqualTo(RowsExpectation.of(new FileSource(expected)));
        assertThat(then.tables().get(2).count()).isZero();
        assertThat(then.tables().get(3).schema()).isEqualTo("id INT");
        assertThat(then.tables().get(6).presence()).isEqualTo(Presence.ABSENT);
    }

    @Test
    void readsRulesOfTables() {
        ScenarioFile rules = ScenarioProject.in(base)
                .with("a.yml", ScenarioExample.accepted("rules of tables").yaml())
                .readOne();

        Expectations then = rules.scenarios().get(0).then();
        assertThat(then.idempotence()).isEqualTo(Idempotence.REQUIRED);
        assertThat(rules.scenarios().get(1).then().idempotence()).isEqualTo(Idempotence.NOT_REQUIRED);
        assertThat(then.tables().get(0).rules())
                .isEqualTo(new TableRules(
                        List.of("id", "day"),
                        List.of(
                                new ColumnReference("customer_id", "silver.customers", "id"),
                                new ColumnReference("shop", "main.silver.shops", "number")),
                        List.of("amount > 0", "day IS NOT NULL"),
                        Map.of("delta.enableChangeDataFeed", "true", "quality", "silver"),
                        List.of("day"),
                        List.of(),
                        List.of("MERGE", "OPTIMIZE"),
                        1L,
                        100L));
        assertThat(then.tables().get(1).rules().unique()).containsExactly("id");
        assertThat(then.tables().get(1).rules().expect()).containsExactly("id > 0");
    }

    @Test
    void readsTimeAndSeedAsSettings() {
        ScenarioFile rules = ScenarioProject.in(base)
                .with("a.yml", ScenarioExample.accepted("rules of tables").yaml())
                .readOne();

        assertThat(rules.configurations().get(0).sparkSettings())
                .containsExactly(
                        entry("spark.sql.ansi.enabled", "true"),
                        entry("spark.lakelight.time", "2026-01-01T00:00:00Z"),
                        entry("spark.lakelight.seed", "42"));
        assertThat(rules.configurations().get(1).sparkSettings())
                .containsExactly(entry("spark.lakelight.time", "2026-01-01T13:30+05:30"));
    }

    @Test
    void readsExpectedRowsWithoutASchema() {
        List<TableExpectation> tables = file.scenarios().get(0).then().tables();

        InlineRows byName = (InlineRows) tables.get(4).rows().source();
        assertThat(byName.columns()).containsExactly("id", "name");
        assertThat(byName.rows()).containsExactly(Arrays.asList(1L, null), List.of(2L, "b"));
        InlineRows byPosition = (InlineRows) tables.get(5).rows().source();
        assertThat(byPosition.columns()).isEmpty();
        assertThat(byPosition.rows()).containsExactly(List.of(1L, "a"), List.of(2L, "b"));
    }

    @Test
    void readsSeveralStepsOfNotebooksAndClasses() {
        Scenario scenario = file.scenarios().get(1);

        assertThat(scenario.configurations()).containsExactly("small");
        assertThat(scenario.run())
                .extracting(ModuleCall::module)
                .containsExactly("pipelines/silver/customers.sql", "com.acme.Gold", "pipelines/without-extension");
        assertThat(scenario.run()).extracting(ModuleCall::language).containsExactly(null, null, NotebookLanguage.SQL);
        assertThat(scenario.run().get(1).kind()).isEqualTo(ModuleCall.Kind.CLASS);
        assertThat(scenario.run().get(1).arguments()).containsExactly("--date", "2011-12-09", "1.10", "${lake.files}");
        assertThat(scenario.then().error()).isEqualTo("no such column");
    }

    @Test
    void readsNotebookTests() {
        assertThat(file.notebookTests())
                .extracting(NotebookTestSpec::notebook, NotebookTestSpec::configurations, NotebookTestSpec::tags)
                .containsExactly(
                        tuple("pipelines/silver/customers_test.sql", List.of("small", "empty"), List.of("fast")),
                        tuple("pipelines/silver/customers_test.sql", List.of("small"), List.of()));
        assertThat(file.notebookTests().get(0).parameters()).containsExactly(entry("run_date", "2011-12-09"));
        assertThat(file.notebookTests().get(0).given()).hasSize(1);
    }

    @Test
    void keepsTheTextOfEveryValueInARow() {
        List<Object> row = row("1, -7, 007, +1, 0x1F, 9223372036854775808, 1.10, 1e3, .5, -0.0, .nan, true, True,"
                + " 2011-12-09, 12:30, ~, null, '', '1', no");

        assertThat(row)
                .containsExactly(
                        1L,
                        -7L,
                        "007",
                        "+1",
                        "0x1F",
                        new BigInteger("9223372036854775808"),
                        new BigDecimal("1.10"),
                        "1e3",
                        ".5",
                        "-0.0",
                        ".nan",
                        true,
                        "True",
                        "2011-12-09",
                        "12:30",
                        null,
                        null,
                        "",
                        "1",
                        "no");
    }

    private List<Object> row(String values) {
        ScenarioFile rows = ScenarioProject.in(base)
                .with("rows.yml", "configurations: { a: { given: { x.y: { rows: [ [" + values + "] ] } } } }")
                .readOne();
        return ((InlineRows) rows.configurations().get(0).seeds().get(0).source())
                .rows()
                .get(0);
    }

    private Path data(String name) {
        return project.path(ScenarioProject.FOLDER + "data").resolve(name);
    }

    private static SourceLocation at(int line) {
        return new SourceLocation(ScenarioProject.FOLDER + "a.yml", line);
    }
}
