package dev.lakelight.workspace.http;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.ErrorBody;
import dev.lakelight.workspace.api.RequestOrigin;
import dev.lakelight.workspace.api.WireJson;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Tells clients in JSON what Jetty refuses before any operation sees it, such as a path that cannot be one. */
final class JsonErrors extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String id = UUID.randomUUID().toString();
        RequestOrigin origin = new RequestOrigin(id, request.getMethod(), "", "", "");
        ApiException error = code < 500
                ? ApiErrors.badRequest(code, Objects.requireNonNullElse(message, "the request cannot be read."))
                : ApiErrors.internal(id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, ByteBuffer.wrap(WireJson.bytes(ErrorBody.of(error, origin))), callback);
    }
}
