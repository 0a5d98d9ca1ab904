package dev.lakelight.workspace.http;

import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.RequestOrigin;
import java.io.IOException;
import java.util.Optional;

/** A request and the answer to it, before it is known who sends it. */
interface Exchange {

    RequestOrigin origin();

    Optional<String> header(String name);

    ApiRequest request(Principal caller);

    /** Return whether the answer is on its way already. */
    boolean isAnswered();

    void send(ApiResponse response) throws IOException;
}
