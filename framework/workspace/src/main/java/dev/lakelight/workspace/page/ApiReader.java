package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.HttpVerb;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Asks the API on behalf of who looks at a page, so that a page shows what that user may see and nothing else. */
final class ApiReader {

    private final List<Route> routes;
    private final ApiRequest page;
    private final Principal caller;

    ApiReader(List<Route> routes, ApiRequest page, Principal caller) {
        this.routes = routes;
        this.page = page;
        this.caller = caller;
    }

    Principal caller() {
        return caller;
    }

    /**
     * Return what an operation answers.
     *
     * @throws dev.lakelight.workspace.api.ApiException when the request cannot be carried out
     */
    JsonNode get(String path, Map<String, String> parameters) throws IOException {
        return WireJson.mapper().readTree(bytes(HttpVerb.GET, path, parameters));
    }

    /** The same for operations that read, but are asked by POST. */
    JsonNode post(String path, Map<String, String> parameters) throws IOException {
        return WireJson.mapper().readTree(bytes(HttpVerb.POST, path, parameters));
    }

    /** Return the content of a download. */
    byte[] bytes(HttpVerb verb, String path, Map<String, String> parameters) throws IOException {
        Route route = routes.stream()
                .filter(each -> each.verb() == verb && each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> ApiErrors.endpointNotFound(verb.name(), path));
        ObjectNode values = WireJson.mapper().createObjectNode();
        parameters.forEach(values::put);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        route.handler().handle(new Question(page, caller, values)).content().writeTo(bytes);
        return bytes.toByteArray();
    }
}
