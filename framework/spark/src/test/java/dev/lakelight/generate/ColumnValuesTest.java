package dev.lakelight.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnValuesTest {

    private final ValuesOfType types = new ValuesOfType(ZoneOffset.UTC);

    @Test
    void hasTheEdgesOfNumbers() {
        assertThat(values("TINYINT NOT NULL").edges())
                .containsExactly((byte) 0, (byte) 1, (byte) -1, Byte.MIN_VALUE, Byte.MAX_VALUE);
        assertThat(values("BIGINT").edges()).containsExactly(null, 0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(values("DECIMAL(5,2) NOT NULL").edges())
                .containsExactly(
                        new BigDecimal("0.00"),
                        new BigDecimal("0.01"),
                        new BigDecimal("-0.01"),
                        new BigDecimal("-999.99"),
                        new BigDecimal("999.99"));
        assertThat(values("DOUBLE NOT NULL").edges())
                .contains(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);
        assertThat(values("FLOAT NOT NULL").edges()).contains(-0.0f, Float.NaN, Float.MAX_VALUE);
    }

    @Test
    void hasTheEdgesOfDatesAndTimes() {
        assertThat(values("DATE NOT NULL").edges())
                .contains(
                        LocalDate.EPOCH, LocalDate.of(2024, 2, 29), LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
        assertThat(values("TIMESTAMP NOT NULL").edges())
                .contains(
                        Instant.EPOCH,
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        Instant.parse("2024-03-31T01:00:00Z"),
                        Instant.parse("9999-12-31T23:59:59.999999Z"));
        assertThat(values("TIMESTAMP_NTZ NOT NULL").edges())
                .contains(LocalDateTime.of(2024, 3, 31, 2, 30), LocalDateTime.of(1, 1, 1, 0, 0));
    }

    @Test
    void endsTimestampsWithTheYearsOfTheSessionsZone() {
        StructField field = field("TIMESTAMP NOT NULL");
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");

        assertThat(new ValuesOfType(tokyo).column(field, Domain.all(false)).edges())
                .contains(Instant.parse("9999-12-31T14:59:59.999999Z"))
                .allSatisfy(time ->
                        assertThat(((Instant) time).atZone(tokyo).getYear()).isBetween(1, 9999));
    }

    @Test
    void hasTheEdgesOfTextsAndBytes() {
        List<Object> texts = values("STRING NOT NULL").edges();

        assertThat(texts).contains("", " ", "NULL", "e\u0301 is not \u00e9");
        assertThat(texts).anySatisfy(text -> assertThat((String) text).hasSize(5000));
        assertThat(texts).anySatisfy(text -> assertThat((String) text).contains("\u0000"));
        assertThat(values("BINARY NOT NULL").edges())
                .extracting(bytes -> ((byte[]) bytes).length)
                .containsExactly(0, 1, 1, 256, 10_000);
    }

    @Test
    void hasTheEdgesOfNestedValues() {
        assertThat(values("ARRAY<INT> NOT NULL").edges()).startsWith(List.of(), Collections.singletonList(null));
        assertThat(values("MAP<STRING, BOOLEAN> NOT NULL").edges())
                .startsWith(Map.of(), Collections.singletonMap("", null));
        assertThat(values("STRUCT<a: INT, b: BOOLEAN> NOT NULL").edges())
                .startsWith(RowFactory.create(null, null), RowFactory.create(0, false), RowFactory.create(1, true));
        assertThat(values("STRUCT<a: INT>").edges()).startsWith(null, RowFactory.create((Object) null));
        assertThat(values("MAP<DOUBLE, INT> NOT NULL").edges().get(2))
                .as("Spark takes 0.0 and -0.0 for one key")
                .satisfies(map -> assertThat(((Map<?, ?>) map)
                                .keySet().stream()
                                        .filter(key -> ((Double) key) == 0)
                                        .count())
                        .isOne());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TINYINT",
                "SMALLINT",
                "INT",
                "BIGINT",
                "DECIMAL(38,18)",
                "DECIMAL(1,0)",
                "FLOAT",
                "DOUBLE",
                "STRING",
                "BINARY",
                "BOOLEAN",
                "DATE",
                "TIMESTAMP",
                "TIMESTAMP_NTZ",
                "ARRAY<DATE>",
                "MAP<INT, ARRAY<STRING>>",
                "STRUCT<a: DECIMAL(5,2), b: STRUCT<c: DATE>>",
                "VARIANT"
            })
    void drawsAnyNumberOfValuesOfEveryTypeAndMakesThemSimplerUntilTheEnd(String type) {
        ColumnValues values = values(type);

        for (int seed = 0; seed < 200; seed++) {
            Object value = values.random(new Random(seed));

            for (int step = 0; value != null && !values.simpler(value).isEmpty(); step++) {
                assertThat(step).as("steps to the simplest %s", type).isLessThan(200);
                value = values.simpler(value).get(0);
            }
        }
    }

    @Test
    void keepsNumbersInTheirRange() {
        Domain domain = Domain.all(false).atLeast(new BigDecimal("9.5")).atMost(new BigDecimal("12"));

        assertThat(IntStream.range(0, 100)
                        .mapToObj(seed -> types.column(field("INT"), domain).random(new Random(seed))))
                .contains(10, 11, 12)
                .allSatisfy(value -> assertThat((int) value).isBetween(10, 12));
        assertThat(types.column(field("INT"), domain).edges()).containsExactly(10, 12);
        assertThat(types.column(field("DOUBLE"), domain).edges()).containsExactly(9.5, 12.0);
        assertThat(types.column(field("DECIMAL(4,1)"), domain).edges())
                .containsExactly(new BigDecimal("9.5"), new BigDecimal("12.0"));
    }

    @Test
    void cutsTextsByCharactersAsSqlCountsThem() {
        Domain domain = Domain.all(false).longerThan(2).shorterThan(2);

        assertThat(types.column(field("STRING"), domain).edges())
                .allSatisfy(text -> assertThat(((String) text).codePointCount(0, ((String) text).length()))
                        .isEqualTo(2));
    }

    @Test
    void makesValuesSimpler() {
        assertThat(values("INT").simpler(100)).containsExactly(0, 75, 94, 99);
        assertThat(values("INT").simpler(0)).isEmpty();
        assertThat(values("STRING").simpler("quite long"))
                .startsWith("", "quite")
                .contains("aaaaaaaaaa");
        assertThat(values("DATE").simpler(LocalDate.of(2024, 2, 29))).startsWith(LocalDate.of(2000, 1, 1));
        assertThat(values("ARRAY<INT>").simpler(List.of(7, 8))).startsWith(List.of(), List.of(7));
        assertThat(values("STRUCT<a: INT, b: STRING>").simpler(RowFactory.create(1, "x")))
                .contains(RowFactory.create(0, "x"), RowFactory.create(1, ""));
    }

    @Test
    void takesForOneKeyWhatSparkTakesForOne() {
        Row zeros = RowFactory.create(0.0, -0.0, new byte[] {1}, new byte[] {1});

        assertThat(KeyTuple.of(zeros, List.of(0))).isEqualTo(KeyTuple.of(zeros, List.of(1)));
        assertThat(KeyTuple.of(zeros, List.of(2))).isEqualTo(KeyTuple.of(zeros, List.of(3)));
    }

    @Test
    void refusesTypesThatDeltaDoesNotHave() {
        assertThatThrownBy(() -> values("INTERVAL DAY TO SECOND"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "Values of column c cannot be generated: Delta tables have no type INTERVAL DAY TO SECOND.");
    }

    private ColumnValues values(String type) {
        StructField field = field(type);
        return types.column(field, Domain.all(field.nullable()));
    }

    private static StructField field(String type) {
        return StructType.fromDDL("c " + type).apply(0);
    }
}
