package dev.lakelight.lake;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.runtime.TestLake;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One lake for all, so one test after the other. */
@Execution(ExecutionMode.SAME_THREAD)
class GenerateTest {

    @RegisterExtension
    static final TestLake LAKE = new TestLake();

    private static Lake lake;

    @BeforeAll
    static void takeLake() {
        lake = LAKE.lake();
    }

    @AfterEach
    void rollBack() {
        lake.rollBack();
    }

    @Test
    void generatesEveryTypeThatDeltaHasAndReadsBackWhatItGenerated() {
        String schema =
                "a TINYINT, b SMALLINT, c INT, d BIGINT, e FLOAT, f DOUBLE, g DECIMAL(38,10), h STRING, i BINARY,"
                        + " j BOOLEAN, k DATE, l TIMESTAMP, m TIMESTAMP_NTZ, n ARRAY<STRUCT<x: DATE, y: MAP<STRING, TIMESTAMP>>>,"
                        + " o MAP<INT, ARRAY<DECIMAL(5,2)>>, p STRUCT<q: STRING, r: STRUCT<s: DOUBLE NOT NULL>>, v VARIANT";

        lake.table("some.types").withSchema(schema).generate(60);
        lake.table("some.twins")
                .withSchema(schema)
                .generate(GeneratedRows.of(60).withSeed(2));

        assertThat(lake.table("some.types")).hasRowCount(60).hasSchema(schema);
        assertThat(lake.sql("SELECT * FROM some.types WHERE isnan(f) OR h = '' OR c = 2147483647")
                        .count())
                .isPositive();
        assertThatThrownBy(() -> assertThat(lake.table("some.twins")).hasSameRowsAs(lake.table("some.types")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void isTheSameForTheSameSeedWhateverElseThereIs() {
        String more = "id BIGINT, name STRING, day DATE, amount DECIMAL(10,2)";

        try (Lake other = LAKE.open("other", Map.of("spark.sql.shuffle.partitions", "7"))) {
            GeneratedRows rows = GeneratedRows.of(200).withSeed(42);
            List<Row> here = rows(lake.table("a.b").withSchema(more).generate(rows), "id", "name", "day");

            assertThat(rows(other.table("a.b").withSchema(more).generate(rows), "id", "name", "day"))
                    .isEqualTo(here);
            assertThat(rows(other.table("a.c").withSchema(more).generate(rows), "id", "name", "day"))
                    .as("another table has other values")
                    .isNotEqualTo(here);

            other.rollBack();
            LakeTable turned = other.table("a.b")
                    .withSchema("day DATE, name STRING, id BIGINT")
                    .generate(rows);
            assertThat(rows(turned, "id", "name", "day"))
                    .as("columns do not change each other")
                    .isEqualTo(here);
        }
    }

    @Test
    void keepsTheConstraintsOfATable() {
        lake.sql("""
                CREATE TABLE orders (id BIGINT NOT NULL, status STRING, amount DECIMAL(10,2), code VARCHAR(4), begins DATE,
                  ends DATE, year INT GENERATED ALWAYS AS (YEAR(begins)), paid BOOLEAN, note STRING,
                  CONSTRAINT sized CHECK (amount > 0 AND amount <= 99.5),
                  CONSTRAINT ordered CHECK (begins <= ends),
                  CONSTRAINT recent CHECK (begins BETWEEN '2020-01-01' AND DATE'2020-12-31' AND year >= 2020),
                  CONSTRAINT noted CHECK (note IS NULL OR length(note) > 3),
                  CONSTRAINT settled CHECK (NOT paid OR status = 'paid'))
                USING delta PARTITIONED BY (status)""");
        lake.sql("ALTER TABLE orders ADD CONSTRAINT known CHECK (status IN ('open', 'paid', 'it''s me'))");

        lake.table("orders").generate(GeneratedRows.of(100).withKey("id"));

        assertThat(lake.table("orders"))
                .hasRowCount(100)
                .hasUniqueKey("id")
                .hasOnlyRowsWhere("status IN ('open', 'paid', 'it''s me') AND amount > 0 AND amount <= 99.5")
                .hasOnlyRowsWhere("begins <= ends AND year = 2020 AND (note IS NULL OR length(note) > 3)");
        assertThat(lake.sql("SELECT count(DISTINCT status) = 3 AND bool_or(note IS NULL) AND max(amount) = 99.5"
                                + " AND min(amount) = 0.01 AND max(length(code)) = 4 FROM orders")
                        .head()
                        .getBoolean(0))
                .isTrue();
        assertThat(lake.table("orders").commits()).isEmpty();
    }

    @Test
    void makesForeignKeysLeadToRows() {
        lake.sql("CREATE TABLE customers (id INT, country STRING NOT NULL, PRIMARY KEY (id)) USING delta");
        lake.sql("CREATE TABLE orders (shop SMALLINT, number INT, customer BIGINT, previous INT,"
                + " PRIMARY KEY (shop, number), FOREIGN KEY (customer) REFERENCES customers (id)) USING delta");

        lake.table("customers").generate(10);
        lake.table("orders").generate(GeneratedRows.of(50).withReference("previous", "orders", "number"));
        lake.table("lines")
                .withSchema("shop SMALLINT NOT NULL, number INT NOT NULL, amount INT")
                .generate(GeneratedRows.of(50)
                        .withReference(List.of("shop", "number"), "orders", List.of("shop", "number"))
                        .withNulls("amount", 0));

        assertThat(lake.table("orders"))
                .hasUniqueKey("shop", "number")
                .hasReferences("customer", lake.table("customers"), "id")
                .hasReferences("previous", lake.table("orders"), "number");
        assertThat(lake.table("lines"))
                .hasReferences(List.of("shop", "number"), lake.table("orders"), List.of("shop", "number"));
        assertThat(lake.sql("SELECT count(DISTINCT customer), count_if(customer IS NULL) FROM orders")
                        .head())
                .satisfies(found -> assertThat(found.getLong(0)).isGreaterThan(3))
                .satisfies(found -> assertThat(found.getLong(1)).isBetween(1L, 20L));
    }

    /** The first of two tables that refer to each other has nothing to refer to. */
    @Test
    void makesForeignKeysThatGoInCircles() {
        lake.sql("CREATE TABLE teams (id INT, lead INT, PRIMARY KEY (id)) USING delta");
        lake.sql("CREATE TABLE people (id INT, team INT, PRIMARY KEY (id),"
                + " FOREIGN KEY (team) REFERENCES teams (id)) USING delta");
        lake.sql("ALTER TABLE teams ADD CONSTRAINT led FOREIGN KEY (lead) REFERENCES people (id)");

        lake.table("teams").generate(20);
        lake.table("people").generate(20);

        assertThat(lake.table("teams")).hasRowCount(20).hasOnlyRowsWhere("lead IS NULL");
        assertThat(lake.table("people")).hasRowCount(20).hasReferences("team", lake.table("teams"), "id");
    }

    @Test
    void readsDeclaredKeysWhateverTheirColumnsAreCalled() {
        String mapped = " USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'name')";
        lake.sql("CREATE TABLE parents (`a, b` INT, `c (d)` INT, PRIMARY KEY (`a, b`, `c (d)`))" + mapped);
        lake.sql("CREATE TABLE children (`x,y` INT, z INT, FOREIGN KEY (`x,y`, z) REFERENCES parents)" + mapped);

        lake.table("parents").generate(5);
        lake.table("children").generate(GeneratedRows.of(10).withNulls("x,y", 0));

        assertThat(lake.table("parents")).hasUniqueKey("a, b", "c (d)");
        assertThat(lake.table("children"))
                .hasReferences(List.of("x,y", "z"), lake.table("parents"), List.of("a, b", "c (d)"));
        lake.sql("ALTER TABLE children DROP FOREIGN KEY (`x,y`, z)");
        assertThat(lake.table("children")).properties().doesNotContain("lakelight.constraint.foreign_key_x,y_z");
    }

    @Test
    void canBeTriedAgainAfterAFailure() {
        assertThatThrownBy(() -> schema("flags", "flag BOOLEAN")
                        .generate(GeneratedRows.of(4).withKey("flag")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Row 4 of 4 of flags was not found in 1000 tries (seed 1).");
        assertThatThrownBy(() -> schema("flags", "flag BOOLEAN").load("nowhere.csv"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no file 'nowhere.csv'.");

        schema("flags", "flag BOOLEAN").generate(GeneratedRows.of(3).withKey("flag"));

        assertThat(lake.table("flags")).hasRowCount(3);
        assertThat(lake.generatedData()).containsExactly("flags: 3 rows generated with seed 1");
    }

    @Test
    void takesWhatUsersSay() {
        GeneratedRows rows = GeneratedRows.of(40)
                .withValues("status", "open", null)
                .withRange("amount", "0.10", 20)
                .withRange("day", "2024-02-28", "2024-03-01")
                .withNulls("name", 1)
                .withNulls("amount", 0);

        lake.table("a.b")
                .withSchema("status STRING, amount DECIMAL(6,2), day DATE, name STRING")
                .generate(rows);

        assertThat(lake.table("a.b"))
                .hasOnlyRowsWhere("(status IS NULL OR status = 'open') AND amount BETWEEN 0.10 AND 20 AND name IS NULL")
                .hasOnlyRowsWhere("day IS NULL OR day BETWEEN '2024-02-28' AND '2024-03-01'");
        assertThat(lake.sql("SELECT count(DISTINCT day), max(amount) FROM a.b").head())
                .satisfies(found -> assertThat(found.getLong(0)).isEqualTo(3))
                .satisfies(found -> assertThat(found.getDecimal(1)).isEqualTo(new BigDecimal("20.00")));
    }

    @Test
    void saysWhatStandsInTheWay() {
        lake.sql(
                "CREATE TABLE narrow (id INT NOT NULL, flag BOOLEAN, CONSTRAINT never CHECK (id > 5 AND id < 3)) USING delta");
        lake.sql("CREATE TABLE parents (id INT NOT NULL, PRIMARY KEY (id)) USING delta");

        assertThatThrownBy(
                        () -> lake.table("narrow").generate(GeneratedRows.of(3).withSeed(9)))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        Row 1 of 3 of narrow was not found in 1000 tries (seed 9). In the way were the constraint never (id > 5 AND id < 3).
                        Name values or a range for their columns (withValues, withRange; in a scenario values, ranges), or ask for fewer rows.""");
        assertThatThrownBy(() -> schema("a", "flag BOOLEAN NOT NULL")
                        .generate(GeneratedRows.of(3).withKey("flag")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "Row 3 of 3 of a was not found in 1000 tries (seed 1). In the way were the key (flag).");
        assertThatThrownBy(() -> schema("b", "parent INT NOT NULL")
                        .generate(GeneratedRows.of(3).withReference("parent", "parents", "id")))
                .isInstanceOf(UserError.class)
                .hasMessage("b cannot be generated: parent must refer to parents, which has no rows."
                        + " Give that table rows first.");
        assertThatThrownBy(
                        () -> schema("c", "id INT").generate(GeneratedRows.of(3).withReference("id", "parents", "key")))
                .isInstanceOf(UserError.class)
                .hasMessage("id cannot refer to parents (key): the columns of parents are id.");
        assertThatThrownBy(() -> schema("d", "status STRING")
                        .generate(GeneratedRows.of(3).withValues("statsu", "x")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "d has no column statsu that is generated, its columns are status. Perhaps you mean status.");
        assertThatThrownBy(() ->
                        schema("e", "day DATE").generate(GeneratedRows.of(3).withRange("day", "2024", "2025")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Values of column day of e cannot be read, 2 mistakes:");
        assertThatThrownBy(
                        () -> schema("f", "id INT").generate(GeneratedRows.of(3).withRange("id", 2, 1)))
                .isInstanceOf(UserError.class)
                .hasMessage("The range of column id of f ends before it begins: 2 to 1.");
        assertThatThrownBy(() ->
                        schema("g", "name STRING").generate(GeneratedRows.of(3).withRange("name", "a", "b")))
                .isInstanceOf(UserError.class)
                .hasMessage("Column name of g has no range: it is STRING. Name its values instead.");
        assertThatThrownBy(() -> schema("h", "id INT NOT NULL")
                        .generate(GeneratedRows.of(3).withNulls("id", 0.5)))
                .isInstanceOf(UserError.class)
                .hasMessage("Column id of h cannot be NULL: it is declared NOT NULL.");
        assertThatThrownBy(() -> schema("parents", "id INT").generate(1))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "parents is there already, so its rows are generated for what it is. Leave the schema out.");
        assertThatThrownBy(() -> lake.table("nowhere").generate(1))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no table nowhere in the lake.");
    }

    @Test
    void tellsTheSeedWhenSomethingFails() {
        lake.table("a.b")
                .withSchema("id INT NOT NULL")
                .generate(GeneratedRows.of(2).withSeed(7));

        assertThatThrownBy(() -> assertThat(lake.table("a.b")).hasRowCount(1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        a.b has 2 rows, but 1 was expected:

                          id
                          0
                          1

                        Generated data: a.b: 2 rows generated with seed 7""");
        assertThatThrownBy(() -> assertThat(lake.sql("SELECT 1")).isEmpty())
                .hasMessageEndingWith("\n\nGenerated data: a.b: 2 rows generated with seed 7");
    }

    private static SchemaSeed schema(String table, String ddl) {
        return lake.table(table).withSchema(ddl);
    }

    private static List<Row> rows(LakeTable table, String... columns) {
        return table.dataset().selectExpr(columns).collectAsList();
    }
}
