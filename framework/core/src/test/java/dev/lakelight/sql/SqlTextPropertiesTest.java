package dev.lakelight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SqlTextPropertiesTest {

    @Property
    void statementsThatAreJoinedAreFoundAgain(@ForAll("statements") List<String> statements) {
        assertThat(SqlStatement.split(String.join(" ; -- end;\n", statements)))
                .extracting(SqlStatement::text)
                .isEqualTo(statements);
    }

    @Property
    void anyTextIsSplitOrRejectedWithAPlace(@ForAll("fragments") String sql) {
        try {
            for (SqlStatement statement : SqlStatement.split(sql)) {
                assertThat(sql).contains(statement.text());
                assertThat(statement.line()).isBetween(1, (int) sql.lines().count());
                WidgetStatement.parse(statement.text());
                statement.parameters();
                LegacySubstitution.apply(statement.text(), reference -> Optional.of("v"), widget -> Optional.of("w"));
            }
        } catch (SqlSyntaxError error) {
            assertThat(error.line()).isPositive();
            assertThat(error.column()).isPositive();
        }
    }

    @Property
    void literalsKeepTheirValue(@ForAll String value) {
        assertThat(StringLiteral.valueOf(StringLiteral.quote(value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(
                        "SELECT 1",
                        "SELECT ';', \";\", `;`",
                        "SELECT 'a\\';b'",
                        "BEGIN IF a THEN SELECT 1; END IF; END",
                        "SELECT /* ; */ CASE WHEN a THEN 1 END",
                        "SELECT r'\\'",
                        "MERGE INTO t USING s ON a = :b")
                .list();
    }

    @Provide
    Arbitrary<String> fragments() {
        Arbitrary<String> fragment = Arbitraries.of(
                "'",
                "\"",
                "`",
                ";",
                "\\",
                "\n",
                "\r\n",
                " ",
                "--",
                "/*",
                "*/",
                "/*+",
                "$$",
                "${a}",
                "${",
                "}",
                ":",
                ":a",
                "::",
                "BEGIN",
                "END",
                "IF",
                "CASE",
                "THEN",
                "r'",
                "CREATE WIDGET TEXT a DEFAULT",
                "getArgument(",
                ")",
                "LOOP",
                "REPEAT",
                "UNTIL",
                "a",
                "1",
                "\u00e9",
                "\uD83D",
                "\uDE00",
                "\u0000");
        return fragment.list().ofMaxSize(30).map(parts -> String.join("", parts));
    }
}
