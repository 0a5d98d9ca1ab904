package dev.lakelight.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatementReaderTest {

    private static StatementReader read(String sql) {
        return StatementReader.of(sql, "COPY name FROM 'path'");
    }

    @Test
    void readsAStatementPartByPart() {
        StatementReader reader = read("copy /* into */ a.`b c`.d FROM 'it' 's' -- path\n (x, (y)) = 1");

        assertThat(reader.accept("COPY", "INTO")).isFalse();
        reader.require("COPY");
        assertThat(reader.name()).isEqualTo("a.`b c`.d");
        assertThat(reader.accept("from")).isTrue();
        assertThat(reader.string()).isEqualTo("it");
        assertThat(reader.string()).isEqualTo("s");
        assertThat(reader.group()).isEqualTo("x, (y)");
        reader.require('=');
        assertThat(reader.take()).isEqualTo("1");
        reader.requireEnd();
    }

    @Test
    void readsAClauseInPlaceOfAName() {
        StatementReader reader = read("identifier(concat('a', 'b')) x");

        assertThat(reader.atIdentifierClause()).isTrue();
        assertThat(reader.nameOrClause()).isEqualTo("identifier(concat('a', 'b'))");
        assertThat(reader.nameOrClause()).isEqualTo("x");
        assertThat(reader.atEnd()).isTrue();
    }

    @Test
    void startsAgain() {
        StatementReader reader = read("COPY a");
        reader.take();

        assertThat(reader.again().firstWords(1)).containsExactly("COPY");
        assertThat(reader.offset()).isEqualTo(5);
        assertThat(reader.textSince(0)).isEqualTo("COPY");
    }

    @Test
    void saysWhatWasFoundAndWhere() {
        StatementReader reader = read("COPY a\n  INTO b");
        reader.require("COPY");
        reader.name();

        assertThatThrownBy(() -> reader.require("FROM"))
                .isInstanceOf(SqlSyntaxError.class)
                .hasMessage(
                        "The statement cannot be read: found INTO at line 2, column 3. Write COPY name FROM 'path'.");
    }

    @Test
    void saysThatAStatementEndsTooEarly() {
        StatementReader reader = read("COPY (a");
        reader.require("COPY");

        assertThatThrownBy(reader::group)
                .hasMessage(
                        "The statement cannot be read: found its end at line 1, column 8. Write COPY name FROM 'path'.");
    }
}
