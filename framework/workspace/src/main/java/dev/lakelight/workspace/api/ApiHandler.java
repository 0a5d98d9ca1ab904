package dev.lakelight.workspace.api;

import java.io.IOException;

/** Answers requests to one operation. */
@FunctionalInterface
public interface ApiHandler {

    /**
     * Answer a request.
     *
     * @throws ApiException when the request cannot be carried out
     * @throws IOException when files cannot be read or written
     */
    ApiResponse handle(ApiRequest request) throws IOException;
}
