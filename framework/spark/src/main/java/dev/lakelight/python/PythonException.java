package dev.lakelight.python;

import java.io.PrintStream;
import java.io.PrintWriter;

/** What a Python cell failed with. Its stack trace is that of Python. */
public final class PythonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A mistake that Lakelight describes needs no name of a class. */
    private static final String PLAIN = "UserError";

    private final String type;
    private final String trace;

    /** Create it from what Python tells. */
    public PythonException(PythonResult result) {
        super(headline(result), null, false, false);
        this.type = result.type();
        this.trace = result.trace();
    }

    private static String headline(PythonResult result) {
        if (result.type().isEmpty() || result.type().equals(PLAIN)) {
            return result.message();
        }

        return result.message().isEmpty() ? result.type() : result.type() + ": " + result.message();
    }

    /** Return the class of the error as Python names it, without its module. */
    public String type() {
        return type;
    }

    @Override
    public void printStackTrace(PrintStream out) {
        out.print(trace);
    }

    @Override
    public void printStackTrace(PrintWriter out) {
        out.print(trace);
    }
}
