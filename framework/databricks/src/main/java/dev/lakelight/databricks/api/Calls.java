package dev.lakelight.databricks.api;

import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Makes errors of ours of those of the SDK, which has tried again before where that could help. */
final class Calls {

    private Calls() {}

    /** A request. */
    interface Call<T> {
        T run() throws IOException;
    }

    /** A request without an answer. */
    interface Action {
        void run() throws IOException;
    }

    /**
     * Ask for something.
     *
     * @param what is wanted, as a verb with its object
     * @throws EnvironmentError when it cannot be had
     */
    static <T> T ask(String what, Call<T> call) {
        try {
            return call.run();
        } catch (DatabricksError e) {
            throw new EnvironmentError(
                    "Databricks did not %s: %s (%s)".formatted(what, e.getMessage(), e.getErrorCode()), e);
        } catch (DatabricksException | IOException | UncheckedIOException e) {
            throw new EnvironmentError("Databricks could not be asked to %s: %s".formatted(what, lastMessage(e)), e);
        }
    }

    static void tell(String what, Action action) {
        ask(what, () -> {
            action.run();
            return "";
        });
    }

    /** Return whether an error says that there is no such thing. */
    static boolean isMissing(DatabricksError error) {
        return error.getStatusCode() == 404 || "RESOURCE_DOES_NOT_EXIST".equals(error.getErrorCode());
    }

    private static String lastMessage(Throwable error) {
        return Objects.requireNonNullElse(error.getMessage(), error.toString());
    }
}
