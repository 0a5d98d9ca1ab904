package dev.lakelight.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 strictly, without a byte order mark, and counts quotes: an odd number means that one is not closed. */
final class CsvText extends FilterReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private boolean quoteOpen;

    private CsvText(Reader reader) {
        super(reader);
    }

    static CsvText open(DataFile file) throws IOException {
        PushbackReader reader = new PushbackReader(
                new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder())));
        int first = reader.read();

        if (first != -1 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }

        return new CsvText(reader);
    }

    /** Return whether a quote is open after what was read so far. */
    boolean isQuoteOpen() {
        return quoteOpen;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);

        for (int i = offset; i < offset + count; i++) {
            quoteOpen ^= buffer[i] == '"';
        }

        return count;
    }
}
