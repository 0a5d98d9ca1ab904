package dev.lakelight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterMarkersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM t WHERE a = :p",
                "SELECT * FROM t WHERE a IN (:p)",
                "SELECT * FROM IDENTIFIER(:p)",
                "USE SCHEMA IDENTIFIER( :p || '.s')",
                "SELECT a FROM t LIMIT :p",
                "SELECT :p::date",
                "SELECT a:b, :p",
                "SELECT -:p",
                "SELECT a=:p",
                "SELECT /* :q */:p -- :r",
                "VALUES (1,:`p`)"
            })
    void findsMarkers(String sql) {
        assertThat(new SqlStatement(sql, 1, 1).parameters())
                .extracting(SqlReference::name)
                .containsExactly("p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':p', \":p\", `:p`",
                "SELECT a::int, '1'::date, (a)::int, b[0]::int",
                "SELECT raw:owner.name, from_json(a):b, c[0]:d, `e`:f",
                "SELECT CAST(a AS STRUCT<a: INT, b:STRING>)",
                "SELECT /* :p */ 1 -- :p",
                "outer: BEGIN SELECT 1; END",
                "SELECT 'a' :"
            })
    void takesNothingElseForAMarker(String sql) {
        assertThat(new SqlStatement(sql, 1, 1).parameters()).isEmpty();
    }

    @Test
    void saysWhereAMarkerStands() {
        assertThat(new SqlStatement("SELECT\n  :a,\n  :a", 1, 1).parameters())
                .containsExactly(new SqlReference("a", ":a", 2, 3), new SqlReference("a", ":a", 3, 3));
    }

    @Test
    void putsLiteralsInPlaceOfMarkers() {
        SqlStatement statement = new SqlStatement("SELECT :a, ':a', b:a -- :a\nFROM IDENTIFIER(:`my table`)", 1, 1);

        String replaced = statement.withParameters(marker -> marker.name().equals("a") ? "it's\n\\" : marker.name());

        assertThat(replaced).isEqualTo("SELECT 'it\\'s\\n\\\\', ':a', b:a -- :a\nFROM IDENTIFIER('my table')");
    }

    @Test
    void putsLiteralsInPlaceOfMarkersWithAndWithoutNames() {
        String sql = "COPY INTO t FROM ? /* ? :a */ PATTERN = :a -- ?\nFILES = ('?', \":a\", `:a`, ?)";

        assertThat(new SqlStatement(sql, 1, 1).withLiterals(marker -> "<" + marker.name() + ">"))
                .isEqualTo("COPY INTO t FROM <1> /* ? :a */ PATTERN = <a> -- ?\nFILES = ('?', \":a\", `:a`, <2>)");
    }
}
