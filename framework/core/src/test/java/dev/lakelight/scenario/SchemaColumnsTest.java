package dev.lakelight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaColumnsTest {

    @Test
    void findsTheNamesOfColumnsOfAnyType() {
        assertThat(SchemaColumns.of(
                        "id INT NOT NULL, d DECIMAL(10, 2),\n m MAP<STRING, ARRAY<INT>>, s STRUCT<a: INT, b: INT>"))
                .hasValueSatisfying(names -> assertThat(names).containsExactly("id", "d", "m", "s"));
    }

    @Test
    void understandsQuotesAndComments() {
        assertThat(SchemaColumns.of("`a, ``b``` INT, c STRING COMMENT 'x, (y', d: BIGINT, größe DOUBLE"))
                .hasValueSatisfying(names -> assertThat(names).containsExactly("a, `b`", "c", "d", "größe"));
    }

    @Test
    void tellsTypesWithoutWhatFollowsThem() {
        assertThat(
                        SchemaColumns.columns(
                                "id INT NOT NULL COMMENT 'a > b', s STRUCT<a: INT NOT NULL, b: INT> COMMENT 'x', d DECIMAL(10, 2)"))
                .hasValueSatisfying(columns -> assertThat(columns)
                        .extracting(SchemaColumns.Column::type)
                        .containsExactly("INT", "STRUCT<a: INT NOT NULL, b: INT>", "DECIMAL(10, 2)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "id INT,", ", id INT", "id INT, , b INT", "", " ", "<a> INT"})
    void findsNothingInWhatIsNoSchema(String ddl) {
        assertThat(SchemaColumns.of(ddl)).isEmpty();
    }
}
