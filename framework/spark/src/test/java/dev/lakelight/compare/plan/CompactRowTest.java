package dev.lakelight.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of numbers, with a text at the end where there is one, and the sign behind. */
class CompactRowTest {

    private static final List<Long> EDGES = List.of(
            0L,
            1L,
            -1L,
            255L,
            256L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            0xFFL << 56,
            0xFFFFL << 48,
            0xFFL << 24,
            0xFFL << 8,
            (1L << 63) | 1,
            Double.doubleToLongBits(1.5),
            Double.doubleToLongBits(1.0 / 7));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 100})
    void becomesTheSameRowAgain(int columns) {
        Random random = new Random(columns);
        CompactRow compact = new CompactRow(RowLayout.of(columns + 1));

        for (int i = 0; i < 1000; i++) {
            UnsafeRow row = row(
                    null,
                    sign(random),
                    random.longs(columns).map(any -> number(random)).toArray());

            assertThat(again(compact, row)).isEqualTo(row);
        }
    }

    @Test
    void holdsTextsOfAnyLength() {
        CompactRow compact = new CompactRow(RowLayout.of(3));

        for (int length : new int[] {0, 1, 7, 8, 9, 16, 17, 5000, 100_000}) {
            UnsafeRow row = row("\u00e9".repeat(length), -1, length);

            assertThat(again(compact, row)).isEqualTo(row);
        }

        assertThat(again(compact, row("", 7, 1))).as("behind a longer row").isEqualTo(row("", 7, 1));
    }

    @Test
    void differsForRowsThatDiffer() {
        Set<String> found = new HashSet<>();
        CompactRow compact = new CompactRow(RowLayout.of(4));

        for (long one : EDGES) {
            for (long two : EDGES) {
                for (long three : EDGES) {
                    assertThat(found.add(Arrays.toString(bytes(compact, row(null, 1, one, two, three)))))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void saysNothingOfTheSign() {
        CompactRow compact = new CompactRow(RowLayout.of(3));

        assertThat(bytes(compact, row("a", 1, 5))).isEqualTo(bytes(compact, row("a", Long.MIN_VALUE, 5)));
    }

    @Test
    void takesFewBytesForSmallNumbers() {
        CompactRow compact = new CompactRow(RowLayout.of(9));

        assertThat(bytes(
                        compact,
                        row(null, 1, IntStream.range(1, 9).asLongStream().toArray())))
                .hasSize(5 + 8);
    }

    private static long sign(Random random) {
        return random.nextBoolean() ? 1 : random.nextLong();
    }

    private static long number(Random random) {
        return random.nextInt(3) == 0
                ? EDGES.get(random.nextInt(EDGES.size()))
                : (random.nextLong() << (8 * random.nextInt(8))) >>> (8 * random.nextInt(8));
    }

    private static UnsafeRow again(CompactRow compact, UnsafeRow row) {
        byte[] bytes = bytes(compact, row);
        byte[] amid = new byte[bytes.length + 10];
        Arrays.fill(amid, (byte) 0x11);
        System.arraycopy(bytes, 0, amid, 3, bytes.length);
        RowLayout layout = RowLayout.of(row.numFields());
        byte[] whole = CompactRow.whole(amid, 3, bytes.length, layout, row.getLong(row.numFields() - 1));
        UnsafeRow again = new UnsafeRow(row.numFields());
        again.pointTo(whole, whole.length);
        return again;
    }

    private static byte[] bytes(CompactRow compact, UnsafeRow row) {
        compact.take(row);
        byte[] bytes = new byte[compact.length()];
        compact.writeTo(bytes, 0);
        return bytes;
    }

    private static UnsafeRow row(String text, long sign, long... numbers) {
        int columns = numbers.length + (text == null ? 1 : 2);
        UnsafeRowWriter writer = new UnsafeRowWriter(columns);
        writer.resetRowWriter();

        for (int i = 0; i < numbers.length; i++) {
            writer.write(i, numbers[i]);
        }

        if (text != null) {
            writer.write(numbers.length, UTF8String.fromString(text));
        }

        writer.write(columns - 1, sign);
        return writer.getRow();
    }
}
