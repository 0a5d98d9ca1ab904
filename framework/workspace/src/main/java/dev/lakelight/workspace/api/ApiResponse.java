package dev.lakelight.workspace.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param headers in order; {@code Content-Type} among them when there is content
 */
public record ApiResponse(int status, Map<String, String> headers, Content content) {

    private static final String CONTENT_TYPE = "Content-Type";

    /** Create an answer. */
    public ApiResponse {
        headers = new LinkedHashMap<>(headers);
    }

    /** Answer with an object as JSON. */
    public static ApiResponse json(Object value) {
        return json(200, value);
    }

    /** Answer with an object as JSON and a status. */
    public static ApiResponse json(int status, Object value) {
        byte[] bytes = WireJson.bytes(value);
        return new ApiResponse(status, Map.of(CONTENT_TYPE, "application/json"), output -> output.write(bytes));
    }

    /** Answer that all went well: an empty JSON object, which clients insist on. */
    public static ApiResponse done() {
        return json(Map.of());
    }

    /** Answer that all went well, without any content. */
    public static ApiResponse noContent() {
        return new ApiResponse(204, Map.of(), output -> {});
    }

    /** Answer with bytes. */
    public static ApiResponse bytes(Content content) {
        return new ApiResponse(200, Map.of(CONTENT_TYPE, "application/octet-stream"), content);
    }

    /** Return this answer with another header. */
    public ApiResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiResponse(status, more, content);
    }

    /** Return this answer with another status. */
    public ApiResponse withStatus(int other) {
        return new ApiResponse(other, headers, content);
    }

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {

        /** Write all of it. */
        void writeTo(OutputStream output) throws IOException;
    }
}
