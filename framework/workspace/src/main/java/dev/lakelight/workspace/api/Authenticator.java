package dev.lakelight.workspace.api;

import java.util.Optional;

/** Finds out who sends a request. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Return whom the header {@code Authorization} stands for.
     *
     * @param authorization the header's value; empty when there is none
     * @throws ApiException when it stands for nobody
     */
    Principal authenticate(Optional<String> authorization, RequestOrigin origin);
}
