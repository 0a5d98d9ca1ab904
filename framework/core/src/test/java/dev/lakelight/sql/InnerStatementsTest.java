package dev.lakelight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerStatementsTest {

    private static List<String> in(String sql) {
        List<String> statements = new ArrayList<>();
        new SqlStatement(sql, 1, 1).withInner(inner -> {
            statements.add(inner.text());
            return inner.text();
        });
        return statements;
    }

    @Test
    void findsTheStatementsOfAScript() {
        assertThat(in("""
                        outer: BEGIN
                          DECLARE n INT DEFAULT 1; -- OPTIMIZE no;
                          IF n = 1 THEN GRANT a ON b TO c; ELSE OPTIMIZE /* ; */ t; END IF;
                          WHILE n < 5 DO SET n = CASE WHEN n = 1 THEN 2 ELSE 9 END; END WHILE;
                          BEGIN COPY INTO t FROM 'a;b' FILEFORMAT = CSV; END;
                        END"""))
                .containsExactly(
                        "DECLARE n INT DEFAULT 1",
                        "GRANT a ON b TO c",
                        "OPTIMIZE /* ; */ t",
                        "SET n = CASE WHEN n = 1 THEN 2 ELSE 9 END",
                        "COPY INTO t FROM 'a;b' FILEFORMAT = CSV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPLAIN OPTIMIZE t", "explain /* why */ Extended OPTIMIZE t", "EXPLAIN COST\nOPTIMIZE t"})
    void findsTheStatementThatIsExplained(String sql) {
        assertThat(in(sql)).containsExactly("OPTIMIZE t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OPTIMIZE t", "SELECT 'BEGIN OPTIMIZE t; END'", "CREATE TABLE begin (id INT)", "EXPLAIN", ""})
    void findsNoneInOtherStatements(String sql) {
        assertThat(in(sql)).isEmpty();
    }

    @Test
    void replacesAndTellsPlaces() {
        String changed = new SqlStatement("BEGIN\n  OPTIMIZE t;\n  SELECT 1;\nEND", 1, 1)
                .withInner(inner -> inner.text().startsWith("OPTIMIZE")
                        ? "%d:%d".formatted(inner.line(), inner.column())
                        : inner.text());

        assertThat(changed).isEqualTo("BEGIN\n  2:3;\n  SELECT 1;\nEND");
    }

    @Test
    void tellsAnErrorsPlaceInTheScript() {
        SqlStatement statement = new SqlStatement("COPY\nINTO", 3, 5);
        SqlSyntaxError first = StatementReader.of("COPY\nINTO", "x").unexpected();
        StatementReader reader = StatementReader.of("COPY\nINTO", "x");
        reader.take();

        assertThat(first.in(statement))
                .hasMessage("The statement cannot be read: found COPY at line 3, column 5. Write x.");
        assertThat(reader.unexpected().in(statement))
                .hasMessage("The statement cannot be read: found INTO at line 4, column 1. Write x.");
    }
}
