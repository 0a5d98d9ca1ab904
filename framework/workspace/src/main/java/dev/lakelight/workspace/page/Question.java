package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.RequestOrigin;
import java.io.InputStream;
import java.util.Optional;

/** A request to the API that a page makes. */
record Question(ApiRequest page, Principal caller, ObjectNode values) implements ApiRequest {

    @Override
    public RequestOrigin origin() {
        return page.origin();
    }

    @Override
    public String pathParameter(String name) {
        throw new IllegalStateException("pages ask no operation with parameters in its path");
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public Parameters query() {
        return new Parameters(values);
    }

    @Override
    public Parameters parameters() {
        return new Parameters(values);
    }

    @Override
    public InputStream content() {
        return InputStream.nullInputStream();
    }
}
