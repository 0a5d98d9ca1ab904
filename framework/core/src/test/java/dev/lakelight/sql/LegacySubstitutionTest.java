package dev.lakelight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacySubstitutionTest {

    private static final Map<String, String> VALUES =
            Map.of("day", "2011-12-09", "it", "it's", "a.b", "c", "table", "t");

    private static String substitute(String sql) {
        return LegacySubstitution.apply(sql, LegacySubstitutionTest::value, LegacySubstitutionTest::value);
    }

    private static Optional<String> value(SqlReference reference) {
        return Optional.ofNullable(VALUES.get(reference.name()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT '${day}' FROM silver.${table}_x     | SELECT '2011-12-09' FROM silver.t_x",
                "SELECT \"a ${day} b ${day}\"               | SELECT \"a 2011-12-09 b 2011-12-09\"",
                "SELECT `${table}`, ${ table }, ${a.b}      | SELECT `t`, t, c",
                "SELECT '\\${day}', '\\\\${day}'            | SELECT '${day}', '\\\\2011-12-09'",
                "SELECT getArgument('day')                  | SELECT '2011-12-09'",
                "SELECT GETARGUMENT ( \"it\" )              | SELECT 'it\\'s'",
                "SELECT ${unknown}, getArgument('unknown')  | SELECT ${unknown}, getArgument('unknown')",
                "SELECT 1 /* ${day} */ -- ${day}            | SELECT 1 /* ${day} */ -- ${day}",
                "SELECT '$1 ${} ${a' , '}', $               | SELECT '$1 ${} ${a' , '}', $",
                "SELECT my.getArgument(day), 'getArgument(''day'')' | SELECT my.getArgument(day), 'getArgument(''day'')'"
            })
    void replacesReferences(String sql, String expected) {
        assertThat(substitute(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT '$day' FROM silver.$table           | SELECT '2011-12-09' FROM silver.t",
                "SELECT * FROM sales_$table.$table, $table  | SELECT * FROM sales_t.t, t",
                "SELECT `$table`, 'a $day-$it'              | SELECT `t`, 'a 2011-12-09-it's'",
                "SELECT '\\$day', '\\\\$day'              | SELECT '\\$day', '\\\\2011-12-09'",
                "SELECT '$daytime', $unknown, '$', '$ day'  | SELECT '$daytime', $unknown, '$', '$ day'",
                "SELECT '$${day}', '$$day'                  | SELECT '$2011-12-09', '$2011-12-09'",
                "AS $$ $day $$, AS /* b */ $q$ $day $q$     | AS $$ $day $$, AS /* b */ $q$ $day $q$",
                "SELECT '$table$day' FROM $table$day$table   | SELECT 't2011-12-09' FROM t2011-12-09t",
                "SELECT 1 /* $day */ -- $day                | SELECT 1 /* $day */ -- $day",
                "SELECT ${table}$table                      | SELECT tt",
            })
    void replacesNamesBehindDollarsThatAreWidgets(String sql, String expected) {
        assertThat(substitute(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SELECT 1", "SELECT '$'", "SELECT '${'", "-- ${day}", "${", "$", "${}"})
    void keepsTextWithoutReferences(String sql) {
        assertThat(substitute(sql)).isEqualTo(sql);
    }

    @Test
    void saysWhereReferencesStand() {
        List<SqlReference> references = new ArrayList<>();

        LegacySubstitution.apply(
                "SELECT '${a}',\n  getArgument('b')",
                reference -> {
                    references.add(reference);
                    return Optional.empty();
                },
                widget -> Optional.empty());

        assertThat(references)
                .containsExactly(new SqlReference("a", "${a}", 1, 9), new SqlReference("b", "getArgument('b')", 2, 15));
    }
}
