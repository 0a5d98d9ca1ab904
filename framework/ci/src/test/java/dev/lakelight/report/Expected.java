package dev.lakelight.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Expected documents that are too long for a test's source. */
final class Expected {

    private Expected() {}

    static String file(String name) {
        try (InputStream stream = Objects.requireNonNull(Expected.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
