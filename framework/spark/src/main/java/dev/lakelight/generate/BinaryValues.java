package dev.lakelight.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Bytes: none, each of the 256, many. */
final class BinaryValues implements ColumnValues {

    private static final int MANY = 10_000;
    private static final int MOST_RANDOM = 16;

    @Override
    public List<@Nullable Object> edges() {
        byte[] each = new byte[256];

        for (int i = 0; i < each.length; i++) {
            each[i] = (byte) i;
        }

        return new ArrayList<>(List.of(new byte[0], new byte[] {0}, new byte[] {-1}, each, new byte[MANY]));
    }

    @Override
    public Object random(Random random) {
        byte[] bytes = new byte[random.nextInt(MOST_RANDOM)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public List<Object> simpler(Object value) {
        byte[] bytes = (byte[]) value;
        List<Object> simpler = new ArrayList<>();

        for (int length = 0; length < bytes.length; length += (bytes.length - length + 1) / 2) {
            simpler.add(Arrays.copyOf(bytes, length));
        }

        return simpler;
    }
}
