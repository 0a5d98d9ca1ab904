package dev.lakelight.runtime;

import dev.lakelight.problem.ThrownText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets on the thread that evaluates them, so that they have its active session and its output, and keeps what they
 * throw, of which JShell itself hands out the name and the message only.
 */
final class SnippetControl extends DirectExecutionControl {

    private final CellClassLoader loader;
    private @Nullable Throwable thrown;

    SnippetControl(CellClassLoader loader) {
        super(loader.delegate());
        this.loader = loader;
    }

    /** Return a way to hand this to JShell. */
    ExecutionControlProvider provider() {
        SnippetControl control = this;
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "lakelight";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                return control;
            }
        };
    }

    /** Return what the last snippet threw, and forget it. */
    Optional<Throwable> takeThrown() {
        Throwable taken = thrown;
        thrown = null;
        return Optional.ofNullable(taken);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        try {
            Object value = snippet.invoke(null);
            return value == null ? "" : String.valueOf(value);
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            loader.restoreNames(cause);
            thrown = cause;
            throw new InvocationTargetException(readable(cause));
        }
    }

    /** JShell reads messages and causes until it has all of them: something else stands for what has no end of them. */
    private static Throwable readable(Throwable cause) {
        if (ThrownText.isReadable(cause)) {
            return cause;
        }

        Throwable instead = new IllegalStateException(ThrownText.message(cause));
        instead.setStackTrace(cause.getStackTrace());
        return instead;
    }
}
