package dev.lakelight.notebook;

import java.util.Arrays;

/** Line and column of an offset in a text; both 1-based, columns in UTF-16 units. */
final class TextIndex {

    /** Offsets at which lines begin. */
    private final int[] starts;

    TextIndex(String text) {
        int[] found = new int[16];
        int count = 1;

        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
            found[count++] = i + 1;
        }

        starts = Arrays.copyOf(found, count);
    }

    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
