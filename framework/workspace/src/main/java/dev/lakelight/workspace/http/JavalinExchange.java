package dev.lakelight.workspace.http;

import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.RequestOrigin;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exchange as Javalin has it. */
final class JavalinExchange implements Exchange {

    private static final String ANSWERED = JavalinExchange.class.getName() + ".answered";

    /** A longer rest costs more than a new connection. */
    private static final int MOST_LEFT_OVER = 1 << 20;

    private final Context context;
    private final RequestReader reader;
    private final RequestOrigin origin;

    /** Read once, as the body is: what a request was refused for is audited with them. */
    private @Nullable Parameters parameters;

    JavalinExchange(Context context, RequestReader reader) {
        this.context = context;
        this.reader = reader;
        this.origin = new RequestOrigin(
                UUID.randomUUID().toString(),
                context.req().getMethod(),
                context.req().getRequestURI(),
                Objects.requireNonNullElse(context.req().getHeader("User-Agent"), ""),
                context.req().getRemoteAddr());
    }

    @Override
    public RequestOrigin origin() {
        return origin;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.req().getHeader(name));
    }

    @Override
    public ApiRequest request(Principal caller) {
        return new Request(caller);
    }

    // Javalin asks for the answer to what is unknown whenever the status is 404, also when that is the answer of an
    // operation.
    @Override
    public boolean isAnswered() {
        return context.req().getAttribute(ANSWERED) != null;
    }

    @Override
    public void send(ApiResponse response) throws IOException {
        context.req().setAttribute(ANSWERED, true);
        // Javalin has an answer of its own to what is unknown, and would send it behind this one.
        context.result("");
        HttpServletResponse servlet = context.res();
        boolean read = readToTheEnd();

        if (!read) {
            servlet.setHeader("Connection", "close");
        }

        servlet.setStatus(response.status());
        response.headers().forEach(servlet::setHeader);
        response.content().writeTo(context.outputStream());
    }

    // What is left of a body would be taken for the next request; a client whose connection ends without a word loses
    // that one.
    // Of a form that is broken Jetty does not tell how much is left.
    private boolean readToTheEnd() {
        if (header("Content-Type").filter(type -> type.startsWith("multipart/")).isPresent()) {
            return false;
        }

        try {
            return context.req().getInputStream().readNBytes(MOST_LEFT_OVER).length < MOST_LEFT_OVER;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private final class Request implements ApiRequest {

        private final Principal caller;

        private Request(Principal caller) {
            this.caller = caller;
        }

        @Override
        public Principal caller() {
            return caller;
        }

        @Override
        public RequestOrigin origin() {
            return origin;
        }

        @Override
        public String pathParameter(String name) {
            return context.pathParam(name);
        }

        @Override
        public Optional<String> header(String name) {
            return JavalinExchange.this.header(name);
        }

        @Override
        public Parameters query() {
            return reader.query(context);
        }

        @Override
        public Parameters parameters() {
            if (parameters == null) {
                parameters = reader.parameters(context);
            }

            return parameters;
        }

        @Override
        public InputStream content() throws IOException {
            return reader.content(context);
        }
    }
}
