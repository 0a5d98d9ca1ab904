package dev.lakelight.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTest {

    @Test
    void cutsAtSemicolons() {
        List<SqlStatement> statements = SqlStatement.split("SELECT 1;\n\n  SELECT 2 ;;\nSELECT 3");

        assertThat(statements)
                .containsExactly(
                        new SqlStatement("SELECT 1", 1, 1),
                        new SqlStatement("SELECT 2", 3, 3),
                        new SqlStatement("SELECT 3", 4, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t", ";", ";;\n;", "-- nothing", "/* nothing; */ ;", "-- no feed; at end"})
    void findsNothingWhereNothingIs(String sql) {
        assertThat(SqlStatement.split(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT \";\"",
                "SELECT 'it\\'s; fine'",
                "SELECT 'it''s; fine'",
                "SELECT 'ends with a backslash \\\\' , ';'",
                "SELECT r'raw\\', ';'",
                "SELECT R\"raw\\\", ';'",
                "SELECT `a;b`",
                "SELECT `a``;b`",
                "SELECT 1 -- one; two\n, 3",
                "SELECT 1 -- goes \\\n on; here\n , 2",
                "SELECT /* a; /* b; */ c; */ 1",
                "SELECT /*+ BROADCAST(a) */ 1 /* + ; */, 2",
                "SELECT /* a /*+ b; */ 1",
                "SELECT /*+ BROADCAST(t) */* FROM t",
                "SELECT '\\u003b', r';', R'\\', X'3B'",
                "SELECT 'a'';''b' \";\" ';'",
                "SELECT * FROM s3://bucket/path",
                "SELECT '--', \"/*\", `--`",
                "CREATE FUNCTION f() RETURNS INT LANGUAGE PYTHON AS $$\nx = ';' # it's\n$$",
                "AS $$ body; of a function $$",
                "AS $py$ body; $$ of a function $py$",
                "SELECT '${a;b}', ${a;b}",
                "SELECT bar'x;'"
            })
    void leavesSemicolonsAloneThatEndNothing(String sql) {
        assertThat(SqlStatement.split(sql)).extracting(SqlStatement::text).containsExactly(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN SELECT 1; SELECT 2; END",
                "begin\nend",
                "BEGIN NOT ATOMIC SELECT 1; END",
                "outer: BEGIN SELECT 1; END outer",
                "BEGIN inner: BEGIN SELECT 1; END inner; SELECT 2; END",
                "BEGIN IF a > 1 THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE SELECT 3; END IF; END",
                "BEGIN IF a THEN BEGIN SELECT 1; END; END IF; SELECT 3; END",
                "BEGIN SELECT if(a, 1, 2), repeat('a', 3), CASE WHEN a THEN if(b, 1, 2) ELSE 3 END; SELECT 4; END",
                "BEGIN CASE x WHEN 1 THEN SELECT 1; WHEN 2 THEN SELECT CASE y WHEN 1 THEN 2 END; ELSE SELECT 3; END CASE; END",
                "BEGIN WHILE a < 3 DO SET a = a + 1; END WHILE; END",
                "BEGIN l: LOOP LEAVE l; END LOOP l; SELECT 1; END",
                "BEGIN l:LOOP LEAVE l; END LOOP; END",
                "BEGIN REPEAT SET a = CASE WHEN a THEN 1 END; UNTIL CASE a WHEN 1 THEN true END END REPEAT; SELECT 1; END",
                "BEGIN FOR row AS SELECT a FROM t FOR VERSION AS OF 1 DO SELECT row.a; END FOR; END",
                "BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SELECT 1; END; SELECT 2; END",
                "BEGIN DECLARE CONTINUE HANDLER FOR DIVIDE_BY_ZERO SET a = 1; SELECT 2; END",
                "BEGIN DECLARE EXIT HANDLER FOR NOT FOUND, SQLSTATE VALUE '12345', my.error l: BEGIN SELECT 1; END l; END",
                "BEGIN DECLARE EXIT HANDLER FOR SQLSTATE '12345' BEGIN END; SELECT 2; END",
                "BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION USE begin; SELECT handler FROM begin; END",
                "BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND SET a = t.begin + begin; SELECT 1; END",
                "BEGIN DECLARE c CONDITION FOR SQLSTATE '12345'; SELECT 1; END",
                "BEGIN IF a THEN l: WHILE b DO `end`: REPEAT SELECT 1; UNTIL c END REPEAT `end`; END WHILE l; END IF; END",
                "BEGIN SELECT 1 AS end; SELECT a end FROM begin; CACHE TABLE loop; END",
                "BEGIN SELECT 'END;', \"END\", `END` /* END; */ -- END;\n; END",
                "BEGIN MERGE INTO t USING s ON a WHEN MATCHED THEN UPDATE SET a = 1 WHEN NOT MATCHED THEN INSERT *; END",
                "BEGIN SELECT t.begin, t.end, t.case FROM t; END",
                "BEGIN CREATE TABLE IF NOT EXISTS t (a INT); DROP TABLE IF EXISTS t; END",
                "BEGIN DECLARE a INT; SET a = if(true, 1, 2); END",
                "CREATE OR REPLACE PROCEDURE p() LANGUAGE SQL AS BEGIN SELECT 1; SELECT 2; END"
            })
    void keepsScriptsWhole(String script) {
        assertThat(SqlStatement.split("SELECT 0; " + script + "; SELECT 9"))
                .extracting(SqlStatement::text)
                .containsExactly("SELECT 0", script, "SELECT 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN TRANSACTION",
                "BEGIN",
                "SELECT begin FROM t",
                "SELECT 1 AS begin, 2 AS end",
                "SELECT CASE WHEN a THEN 1 END",
                "CREATE TABLE begin (end INT)"
            })
    void takesBeginForAScriptOnlyWhereOneMayBegin(String statement) {
        assertThat(SqlStatement.split(statement + "; SELECT 9"))
                .extracting(SqlStatement::text)
                .containsExactly(statement, "SELECT 9");
    }

    @Test
    void countsLinesOfWindowsFilesAndColumnsInUtf16Units() {
        List<SqlStatement> statements = SqlStatement.split("SELECT '\uD83D\uDE00';\r\nSELECT 'a\r\nb'; SELECT 3");

        assertThat(statements).extracting(SqlStatement::line).containsExactly(1, 2, 3);
        assertThat(statements).extracting(SqlStatement::column).containsExactly(1, 1, 5);
    }

    @Test
    void saysWhereAStringWasOpened() {
        assertThatThrownBy(() -> SqlStatement.split("SELECT 1;\nSELECT a,\n  'never closed;\nSELECT 2;"))
                .isInstanceOf(SqlSyntaxError.class)
                .hasMessage("A string is opened with ' and never closed at line 3, column 3."
                        + " Add the closing ', or look for one that is missing before it.");
    }

    @Test
    void saysWhereARawStringWasOpened() {
        assertThatThrownBy(() -> SqlStatement.split("SELECT r\"\\"))
                .hasMessage("A string is opened with r\" and never closed at line 1, column 8."
                        + " Add the closing \", or look for one that is missing before it.");
    }

    @Test
    void saysWhereAQuotedNameWasOpened() {
        assertThatThrownBy(() -> SqlStatement.split("SELECT `a``"))
                .hasMessage("A quoted name is opened with ` and never closed at line 1, column 8."
                        + " Add the closing `, or look for one that is missing before it.");
    }

    @Test
    void saysWhereACommentWasOpened() {
        assertThatThrownBy(() -> SqlStatement.split("SELECT 1 /* a /* b */\n;"))
                .hasMessage("A comment is opened with /* and never closed at line 1, column 10."
                        + " Add the closing */, or look for one that is missing before it.");
    }

    @Test
    void saysWhereADollarStringWasOpened() {
        assertThatThrownBy(() -> SqlStatement.split("AS $py$ return $$"))
                .hasMessage("A string is opened with $py$ and never closed at line 1, column 4."
                        + " Add the closing $py$, or look for one that is missing before it.");
    }

    @Test
    void saysWhereAScriptBlockWasOpened() {
        SqlSyntaxError error = catchThrowableOfType(
                SqlSyntaxError.class, () -> SqlStatement.split("SELECT 1;\nBEGIN\n  IF a THEN SELECT 1;\nSELECT 2;"));

        assertThat(error)
                .hasMessage("A block is opened with IF and never closed at line 3, column 3. Add the closing END IF.");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.column()).isEqualTo(3);
    }

    @Test
    void saysWhereAScriptWasOpened() {
        assertThatThrownBy(() -> SqlStatement.split("BEGIN SELECT 1; SELECT 2;"))
                .hasMessage("A block is opened with BEGIN and never closed at line 1, column 1. Add the closing END.");
    }
}
