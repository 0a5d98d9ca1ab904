package dev.lakelight.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Rows of an id, a text and a sign, from blocks to those that are not balanced. */
class MatchedBlocksTest {

    private static final RowLayout LAYOUT = RowLayout.of(3);
    private static final long MEGABYTE = 1L << 20;
    private static final long PLENTY = 100 * MEGABYTE;

    private int reads;

    @Test
    void areOnlyTheRowsWhoseSignsDoNotAddUp() {
        List<UnsafeRow> rows = new ArrayList<>();

        for (int id = 0; id < 1000; id++) {
            rows.add(row(id, "same", 1));
            rows.add(row(id, id == 7 ? "other" : "same", -1));
        }

        assertThat(sums(rows, 1, PLENTY)).isEqualTo(Map.of("7 same", 1L, "7 other", -1L));
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void countHowOftenRowsOccur() {
        Random random = new Random(7);
        List<UnsafeRow> rows = IntStream.range(0, 20_000)
                .mapToObj(i -> row(random.nextInt(300), "x".repeat(random.nextInt(3)), random.nextBoolean() ? 1 : -1))
                .toList();

        assertThat(sums(rows, 5, PLENTY)).isEqualTo(simpleSums(rows));
    }

    @Test
    void readWhatDoesNotFitInMemorySeveralTimes() {
        String wide = "x".repeat(200);
        List<UnsafeRow> rows = new ArrayList<>();

        for (int id = 0; id < 20_000; id++) {
            rows.add(row(id, wide, 1));
            rows.add(row(id, id % 4000 == 0 ? "" : wide, -1));
        }

        Collections.shuffle(rows, new Random(7));

        assertThat(sums(rows, 1, 2 * MEGABYTE)).hasSize(10).isEqualTo(simpleSums(rows));
        assertThat(reads).isGreaterThan(2);
    }

    @Test
    void holdRowsThatAreLargerThanBlocksAndChunks() {
        String large = "x".repeat(3_000_000);
        List<UnsafeRow> rows = List.of(row(1, large, 1), row(2, "", 1), row(1, large, -1), row(3, large, -1));

        assertThat(sums(rows, 2, PLENTY)).isEqualTo(Map.of("2 ", 1L, "3 " + large, -1L));
    }

    @Test
    void handOutRowsOfAnyLengthFromManyChunks() {
        List<UnsafeRow> rows = IntStream.range(0, 100_000)
                .mapToObj(id -> row(id, "x".repeat(id % 61), 1))
                .toList();

        assertThat(sums(rows, 3, PLENTY)).hasSize(100_000).isEqualTo(simpleSums(rows));
    }

    @Test
    void tellWhenThereIsNoMemoryForOneRow() {
        assertThatThrownBy(() -> sums(List.of(row(1, "", 1)), 1, 1000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A task has not enough memory to compare some of the rows."
                        + " Give the JVM that runs it a larger heap.");
    }

    @Test
    void takeRowsOfOneHashForEqualOnlyWhenTheyAre() {
        Budget memory = new Budget(PLENTY);
        RowTable table = new RowTable(memory, LAYOUT);

        for (int id = 0; id < 2000; id++) {
            assertThat(add(table, row(id, "x", id == 5 ? 2 : 1))).isTrue();
        }

        for (int id = 0; id < 2000; id++) {
            assertThat(add(table, row(id, "x", -1))).isTrue();
        }

        assertThat(sums(table.unbalanced())).isEqualTo(Map.of("5 x", 1L));
    }

    private static boolean add(RowTable table, UnsafeRow row) {
        CompactRow compact = new CompactRow(LAYOUT);
        compact.take(row);
        RowBlock block = new RowBlock(RowBlock.size(compact));
        block.add(42, row.getLong(2), compact);
        return RowBlock.visit(block.asRow(0), table::add);
    }

    @Test
    void giveBackMemory() {
        Budget memory = new Budget(PLENTY);
        RowBlocks blocks = new RowBlocks(List.of(row(1, "", 1)).iterator(), 1, LAYOUT);
        MatchedBlocks matched = new MatchedBlocks(() -> blocks, memory, LAYOUT);

        matched.forEachRemaining(row -> assertThat(memory.used()).isPositive());

        assertThat(memory.used()).isZero();
    }

    private Map<String, Long> sums(List<UnsafeRow> rows, int partitions, long memory) {
        Map<Integer, List<InternalRow>> blocks = new HashMap<>();
        new RowBlocks(rows.iterator(), partitions, LAYOUT)
                .forEachRemaining(block -> blocks.computeIfAbsent(block.getInt(0), any -> new ArrayList<>())
                        .add(block.copy()));
        Map<String, Long> sums = new HashMap<>();

        for (List<InternalRow> partition : blocks.values()) {
            sums.putAll(sums(new MatchedBlocks(() -> read(partition), new Budget(memory), LAYOUT)));
        }

        return sums;
    }

    private Iterator<InternalRow> read(List<InternalRow> blocks) {
        reads++;
        return blocks.iterator();
    }

    private static Map<String, Long> sums(Iterator<InternalRow> rows) {
        Map<String, Long> sums = new HashMap<>();
        rows.forEachRemaining(
                row -> assertThat(sums.put(text(row), row.getLong(2))).isNull());
        return sums;
    }

    private static Map<String, Long> simpleSums(List<UnsafeRow> rows) {
        Map<String, Long> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(text(row), row.getLong(2), Long::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static String text(InternalRow row) {
        return row.getLong(0) + " " + row.getUTF8String(1);
    }

    private static UnsafeRow row(long id, String text, long sign) {
        UnsafeRowWriter writer = new UnsafeRowWriter(3);
        writer.resetRowWriter();
        writer.write(0, id);
        writer.write(1, UTF8String.fromString(text));
        writer.write(2, sign);
        return writer.getRow();
    }
}
