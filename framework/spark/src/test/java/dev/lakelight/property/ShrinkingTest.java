package dev.lakelight.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.generate.TableGenerator;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    private static final int ENOUGH = 300;

    @Test
    void findsTheGuiltyRowOfAThousand() {
        List<GeneratedTable> tables = List.of(table(
                "orders",
                "id INT NOT NULL, amount INT, name STRING",
                GeneratedRows.of(1000).withKey("id")));
        Shrinking shrinking = new Shrinking(
                tables,
                found -> rows(found, 0).stream()
                        .anyMatch(row -> row.equals(tables.get(0).rows().get(617))
                                || (row.getInt(0)
                                        == tables.get(0).rows().get(617).getInt(0))),
                ENOUGH);

        List<GeneratedTable> smallest = shrinking.smallest();

        assertThat(rows(smallest, 0)).hasSize(1);
        assertThat(rows(smallest, 0).get(0).getInt(0))
                .isEqualTo(tables.get(0).rows().get(617).getInt(0));
        assertThat(rows(smallest, 0).get(0).get(2)).as("the simplest text").isIn("", null);
        assertThat(shrinking.tries()).isLessThan(60);
        assertThat(shrinking.isCutShort()).isFalse();
    }

    @Test
    void findsTheBoundaryOfAValue() {
        List<GeneratedTable> tables = List.of(
                table("orders", "amount INT NOT NULL", GeneratedRows.of(50).withRange("amount", 0, 1_000_000)));

        List<GeneratedTable> smallest = new Shrinking(
                        tables, found -> rows(found, 0).stream().anyMatch(row -> row.getInt(0) > 4321), ENOUGH)
                .smallest();

        assertThat(rows(smallest, 0)).containsExactly(RowFactory.create(4322));
    }

    @Test
    void keepsForeignAndUniqueKeysAllTheTime() {
        GeneratedTable customers = table(
                "customers",
                "id INT NOT NULL, country STRING",
                GeneratedRows.of(20).withKey("id"));
        TableGenerator generator = TableGenerator.of(
                "orders",
                StructType.fromDDL("id INT NOT NULL, customer BIGINT, previous INT"),
                GeneratedRows.of(100)
                        .withKey("id")
                        .withReference("customer", "customers", "id")
                        .withReference("previous", "orders", "id"),
                (reference, columns) -> customers.rows().stream()
                        .map(row -> RowFactory.create((long) row.getInt(0)))
                        .toList(),
                ZoneOffset.UTC);
        GeneratedTable orders = new GeneratedTable(generator, generator.rows().rows());
        List<String> broken = new ArrayList<>();
        Predicate<List<GeneratedTable>> twoOrdersOfACustomer = tables -> {
            broken.addAll(broken(rows(tables, 0), rows(tables, 1)));
            return rows(tables, 1).stream()
                            .filter(row -> !row.isNullAt(1))
                            .map(row -> row.getLong(1))
                            .distinct()
                            .count()
                    < rows(tables, 1).stream().filter(row -> !row.isNullAt(1)).count();
        };

        List<GeneratedTable> smallest =
                new Shrinking(List.of(customers, orders), twoOrdersOfACustomer, 1000).smallest();

        assertThat(broken(customers.rows(), orders.rows())).isEmpty();
        assertThat(broken).isEmpty();
        assertThat(rows(smallest, 0)).hasSize(1);
        assertThat(rows(smallest, 1))
                .as("an order that others refer to may have to stay")
                .hasSizeBetween(2, 3);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(smallestOfSeed(3)).isEqualTo(smallestOfSeed(3));
    }

    @Test
    void saysWhenItGaveUp() {
        Shrinking shrinking = new Shrinking(
                List.of(table("t", "id INT", GeneratedRows.of(100))),
                tables -> rows(tables, 0).size() > 3,
                5);

        assertThat(shrinking.smallest().get(0).rows()).hasSizeGreaterThan(4);
        assertThat(shrinking.isCutShort()).isTrue();
        assertThat(shrinking.tries()).isEqualTo(5);
    }

    private static List<Row> smallestOfSeed(long seed) {
        List<GeneratedTable> tables = List.of(
                table("t", "id BIGINT, name STRING", GeneratedRows.of(200).withSeed(seed)));
        return rows(
                new Shrinking(
                                tables,
                                found -> rows(found, 0).stream()
                                                .filter(row -> !row.isNullAt(1))
                                                .count()
                                        > 2,
                                ENOUGH)
                        .smallest(),
                0);
    }

    /** Return what refers to nothing. */
    private static List<String> broken(List<Row> customers, List<Row> orders) {
        List<Long> ids = customers.stream().map(row -> (long) row.getInt(0)).toList();
        List<Integer> numbers = orders.stream().map(row -> row.getInt(0)).toList();
        List<String> broken = new ArrayList<>(orders.stream()
                .filter(row -> !row.isNullAt(1) && !ids.contains(row.getLong(1))
                        || !row.isNullAt(2) && !numbers.contains(row.getInt(2)))
                .map(Row::toString)
                .toList());

        if (numbers.stream().distinct().count() < numbers.size()) {
            broken.add("a key twice");
        }

        return broken;
    }

    private static List<Row> rows(List<GeneratedTable> tables, int index) {
        return tables.get(index).rows();
    }

    private static GeneratedTable table(String name, String schema, GeneratedRows rows) {
        TableGenerator generator = TableGenerator.of(
                name, StructType.fromDDL(schema), rows, (reference, columns) -> List.of(), ZoneOffset.UTC);
        return new GeneratedTable(generator, generator.rows().rows());
    }
}
