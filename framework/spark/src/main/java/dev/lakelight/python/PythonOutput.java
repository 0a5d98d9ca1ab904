package dev.lakelight.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads what a process prints. Marks in it, which only the two sides know, tell how far it has been read, so that what the JVM
 * prints itself comes in order.
 */
final class PythonOutput {

    private static final int BUFFER = 1 << 13;

    private final String marker = "\0" + UUID.randomUUID() + "\0";
    private final byte[] mark = marker.getBytes(StandardCharsets.US_ASCII);
    private final Consumer<byte[]> sink;
    private byte[] held = {};
    private int marks;
    private boolean ended;

    PythonOutput(Consumer<byte[]> sink) {
        this.sink = sink;
    }

    String marker() {
        return marker;
    }

    /** Read until the end. */
    void pump(InputStream in) {
        byte[] buffer = new byte[BUFFER];

        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                accept(buffer, count);
            }
        } catch (IOException closed) {
            // The process was ended; what it had said is there.
        }

        pass(held);
        end();
    }

    void accept(byte[] bytes, int count) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(held.length + count);
        joined.writeBytes(held);
        joined.write(bytes, 0, count);
        byte[] all = joined.toByteArray();
        int from = 0;

        for (int at = indexOfMark(all, from); isWhole(all, at); at = indexOfMark(all, from)) {
            pass(Arrays.copyOfRange(all, from, at));
            from = at + mark.length;
            count();
        }

        int kept = indexOfMark(all, from);
        pass(Arrays.copyOfRange(all, from, kept));
        held = Arrays.copyOfRange(all, kept, all.length);
    }

    private boolean isWhole(byte[] bytes, int at) {
        return at + mark.length <= bytes.length;
    }

    /** Return where the next mark begins, which may be cut off by the end, or the length when there is none. */
    private int indexOfMark(byte[] bytes, int from) {
        int at = from;

        while (at < bytes.length && !isMark(bytes, at)) {
            at++;
        }

        return at;
    }

    private boolean isMark(byte[] bytes, int at) {
        int length = Math.min(mark.length, bytes.length - at);
        return Arrays.equals(mark, 0, length, bytes, at, at + length);
    }

    private void pass(byte[] text) {
        if (text.length > 0) {
            sink.accept(text);
        }
    }

    private synchronized void count() {
        marks++;
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Wait until so many marks have been read, or the process has ended. */
    synchronized void await(int count) throws InterruptedException {
        while (marks < count && !ended) {
            wait();
        }
    }
}
