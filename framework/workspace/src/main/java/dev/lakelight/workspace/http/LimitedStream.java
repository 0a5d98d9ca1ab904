package dev.lakelight.workspace.http;

import dev.lakelight.workspace.api.ApiErrors;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a request whose body is longer than allowed, also when it did not say how long it is. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedStream(InputStream stream, long limit) {
        super(stream);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(long bytes) {
        read += bytes;

        if (read > limit) {
            throw ApiErrors.tooLarge(limit);
        }
    }
}
