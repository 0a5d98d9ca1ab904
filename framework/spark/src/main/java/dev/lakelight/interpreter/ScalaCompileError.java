package dev.lakelight.interpreter;

/** Scala code does not compile. The message is the compiler's, in one line. */
public final class ScalaCompileError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String caret;

    ScalaCompileError(String message, int line, String caret) {
        super(message);
        this.line = line;
        this.caret = caret;
    }

    /** Return the line of the code, 1-based. */
    public int line() {
        return line;
    }

    /** Return the text of the line, and below it a mark where the error is; empty when the compiler names no place. */
    public String caret() {
        return caret;
    }
}
