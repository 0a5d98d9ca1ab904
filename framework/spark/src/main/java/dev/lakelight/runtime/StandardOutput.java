package dev.lakelight.runtime;

import dev.lakelight.secret.SecretFreeOutput;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import scala.Console;

/**
 * Stands before {@code System.out} and hands what a thread prints to the {@link CellOutput} that it belongs to, and on to where
 * it went before. Other threads do not notice.
 */
final class StandardOutput {

    private StandardOutput() {}

    /** Do work with Java's and Scala's standard output going through here. */
    static void routed(Runnable work) {
        PrintStream stream = installed();
        // Scala remembers the System.out that it first saw, and Dataset.show() prints to it.
        Console.withOut(stream, () -> {
            work.run();
            return scala.runtime.BoxedUnit.UNIT;
        });
    }

    private static synchronized PrintStream installed() {
        if (!(System.out instanceof RoutedStream)) {
            System.setOut(new RoutedStream(System.out));
        }

        SecretFreeOutput.installForErrors();

        return System.out;
    }

    private static final class RoutedStream extends PrintStream {

        RoutedStream(PrintStream next) {
            super(new Router(next), true, Charset.defaultCharset());
        }
    }

    private static final class Router extends OutputStream {

        private final SecretFreeOutput next;

        Router(PrintStream next) {
            this.next = new SecretFreeOutput(next);
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        /** What is recorded is redacted as a whole later. */
        @Override
        public void write(byte[] bytes, int offset, int length) {
            CellOutput.current().ifPresent(output -> output.write(bytes, offset, length));
            next.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            next.flush();
        }
    }
}
