package dev.lakelight.secret;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Stands before a stream of this JVM and hands on what is printed without the secrets that are known by then. A value is recognized
 * within what is written at once, which is a line mostly.
 */
public final class SecretFreeOutput extends OutputStream {

    private final PrintStream next;

    /** Create a stream before another one. */
    public SecretFreeOutput(PrintStream next) {
        this.next = next;
    }

    /** Let the standard streams of this JVM go through here from now on: loggers keep the streams that they find. */
    public static void install() {
        System.setOut(before(System.out));
        System.setErr(before(System.err));
    }

    /** Let the error stream of this JVM go through here, unless it does so already. */
    public static synchronized void installForErrors() {
        if (!(System.err instanceof Redacting)) {
            System.setErr(before(System.err));
        }
    }

    private static PrintStream before(PrintStream stream) {
        return new Redacting(stream);
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (KnownSecrets.ofThisJvm().isEmpty()) {
            next.write(bytes, offset, length);
            return;
        }

        String text = new String(bytes, offset, length, Charset.defaultCharset());
        String redacted = KnownSecrets.ofThisJvm().redact(text);

        if (redacted.equals(text)) {
            next.write(bytes, offset, length);
        } else {
            next.print(redacted);
        }
    }

    @Override
    public void flush() {
        next.flush();
    }

    private static final class Redacting extends PrintStream {

        Redacting(PrintStream next) {
            super(new SecretFreeOutput(next), true, Charset.defaultCharset());
        }
    }
}
