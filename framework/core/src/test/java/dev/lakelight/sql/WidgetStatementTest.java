package dev.lakelight.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.sql.WidgetStatement.Create;
import dev.lakelight.sql.WidgetStatement.Kind;
import dev.lakelight.sql.WidgetStatement.Remove;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetStatementTest {

    private static final String ADVICE = " Write CREATE WIDGET TEXT|DROPDOWN|COMBOBOX|MULTISELECT name DEFAULT 'value'"
            + " [CHOICES query], or REMOVE WIDGET name.";

    @Test
    void readsATextWidget() {
        assertThat(WidgetStatement.parse("create widget text run_date -- the day\n DEFAULT '2011-12-09'"))
                .contains(new Create(Kind.TEXT, "run_date", "2011-12-09", null));
    }

    @Test
    void readsChoices() {
        assertThat(WidgetStatement.parse("CREATE WIDGET DROPDOWN `my env` DEFAULT \"dev\" CHOICES SELECT * FROM envs"))
                .contains(new Create(Kind.DROPDOWN, "my env", "dev", "SELECT * FROM envs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'it\\'s \\\\ \\t \\u0041' | ~it's \\ \t A~",
                "'50\\% a\\_b'             | 50\\% a\\_b",
                "r'a\\n'                   | a\\n",
                "\"\"                      | ~~"
            })
    void readsDefaultsAsSparkReadsLiterals(String literal, String value) {
        assertThat(WidgetStatement.parse("CREATE WIDGET COMBOBOX a DEFAULT " + literal))
                .contains(new Create(Kind.COMBOBOX, "a", value, null));
    }

    @Test
    void readsRemoval() {
        assertThat(WidgetStatement.parse("REMOVE WIDGET run_date")).contains(new Remove("run_date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "CREATE TABLE widget (a INT)", "", "REMOVE", "CREATE"})
    void leavesOtherStatementsAlone(String sql) {
        assertThat(WidgetStatement.parse(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CREATE WIDGET RADIO a DEFAULT 'b'              | RADIO   | line 1, column 15",
                "CREATE WIDGET TEXT a                           | its end | line 1, column 21",
                "CREATE WIDGET TEXT a DEFAULT b                 | b       | line 1, column 30",
                "CREATE WIDGET TEXT a DEFAULT 'b' SELECT 1      | SELECT  | line 1, column 34",
                "CREATE WIDGET DROPDOWN a DEFAULT 'b' CHOICES   | its end | line 1, column 45",
                "CREATE WIDGET TEXT 'a' DEFAULT 'b'             | 'a'     | line 1, column 20",
                "REMOVE WIDGET a b                              | b       | line 1, column 17"
            })
    void saysWhatIsWrong(String sql, String found, String place) {
        assertThatThrownBy(() -> WidgetStatement.parse(sql))
                .isInstanceOf(SqlSyntaxError.class)
                .hasMessage("A widget statement is not complete: found " + found + " at " + place + "." + ADVICE);
    }
}
