package dev.lakelight.workspace.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.Route;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the audit log keeps of a request: names, paths and ids, listed here. Everything else may be a content or a secret. */
final class AuditedParameters {

    private static final Pattern PATH_PARAMETER = Pattern.compile("[{<](\\w+)[}>]");

    private static final Set<String> NAMES = Set.of(
            "path",
            "source_path",
            "destination_path",
            "url",
            "provider",
            "branch",
            "tag",
            "format",
            "language",
            "overwrite",
            "recursive",
            "scope",
            "key",
            "principal",
            "permission",
            "token_id",
            "comment",
            "git_provider",
            "name",
            "catalog_name",
            "schema_name",
            "job_id",
            "run_id",
            "run_name",
            "cluster_id",
            "cluster_name",
            "handle",
            "grant_type",
            "client_id",
            "dangerously_force_discard_all");

    private static final int LONGEST = 1000;

    private AuditedParameters() {}

    static Map<String, String> of(Route route, ApiRequest request) {
        Map<String, String> kept = new LinkedHashMap<>();
        Matcher parameters = PATH_PARAMETER.matcher(route.path());

        while (parameters.find()) {
            put(kept, parameters.group(1), request.pathParameter(parameters.group(1)));
        }

        ObjectNode values = sent(route, request);
        NAMES.stream().sorted().forEach(name -> put(kept, name, values.get(name)));
        return kept;
    }

    // A body that is a file is not read as anything else.
    private static ObjectNode sent(Route route, ApiRequest request) {
        try {
            return route.path().endsWith(">")
                    ? request.query().values()
                    : request.parameters().values();
        } catch (ApiException e) {
            return new ObjectNode(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance);
        }
    }

    private static void put(Map<String, String> kept, String name, JsonNode value) {
        if (value != null && value.isValueNode() && !value.isBinary() && !value.isNull()) {
            put(kept, name, name.equals("url") ? withoutLogin(value.asText()) : value.asText());
        }
    }

    /** Addresses with a login in them are refused, and all that is refused is kept here. */
    private static String withoutLogin(String url) {
        String address = url.replaceFirst("[?#].*", "");

        try {
            URI uri = new URI(address);
            boolean open = uri.getUserInfo() == null && uri.getRawAuthority() != null && uri.getHost() != null;
            return open ? address : cutLogin(address);
        } catch (URISyntaxException e) {
            return cutLogin(address);
        }
    }

    private static String cutLogin(String address) {
        return address.replaceFirst("^([^/]*//)?.*@", "$1");
    }

    private static void put(Map<String, String> kept, String name, String value) {
        kept.put(name, value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...");
    }
}
