package dev.lakelight.workspace.volumes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a client asks for by the header {@code Range}.
 *
 * @param first byte, from 0
 * @param length 0 when nothing of the file is in it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range">RFC 9110</a>
 */
record ByteRange(long first, long length) {

    private static final Pattern FORM = Pattern.compile("bytes=(?!-$)(\\d{0,18})-(\\d{0,18})");

    /** Read a header for a file of a size; empty when it is not understood, so that all of the file is sent. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = FORM.matcher(header);

        if (!matcher.matches()) {
            return Optional.empty();
        }

        long second = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));

        if (matcher.group(1).isEmpty()) {
            long length = Math.min(second, size);
            return Optional.of(new ByteRange(size - length, length));
        }

        long first = Long.parseLong(matcher.group(1));
        return second < first
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.max(0, Math.min(second, size - 1) - first + 1)));
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Tell it as the header {@code Content-Range} does. */
    String text(long size) {
        return isEmpty() ? "bytes */%d".formatted(size) : "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    }

    void copy(Path file, OutputStream output) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            input.skipNBytes(first);
            byte[] buffer = new byte[8192];

            for (long left = length; left > 0; ) {
                int read = input.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));

                if (read == 0) {
                    throw new IOException("%s has become shorter while it was read".formatted(file));
                }

                output.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
