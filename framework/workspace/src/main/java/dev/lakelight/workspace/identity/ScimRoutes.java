package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Principal.Kind;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who there is. Users come from the configuration: here they are only read. */
final class ScimRoutes implements Topic {

    private static final String ROOT = "/api/2.0/preview/scim/v2";

    private final PrincipalStore principals;

    ScimRoutes(PrincipalStore principals) {
        this.principals = principals;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("accounts")
                .get(ROOT + "/Me", "getCurrentUser", this::me)
                .get(ROOT + "/Users", "listUsers", this::users)
                .get(ROOT + "/Users/{id}", "getUser", this::user)
                .get(ROOT + "/Groups", "listGroups", this::groups)
                .get(ROOT + "/Groups/{id}", "getGroup", this::group)
                .get(ROOT + "/ServicePrincipals", "listServicePrincipals", this::servicePrincipals)
                .get(ROOT + "/ServicePrincipals/{id}", "getServicePrincipal", this::servicePrincipal)
                .list();
    }

    private ApiResponse me(ApiRequest request) {
        return ApiResponse.json(resources().of(request.caller()));
    }

    private ApiResponse users(ApiRequest request) {
        return page(request, everyone(Kind.USER), "userName");
    }

    private ApiResponse user(ApiRequest request) {
        return one(request, everyone(Kind.USER), "User");
    }

    private ApiResponse servicePrincipals(ApiRequest request) {
        return page(request, everyone(Kind.SERVICE_PRINCIPAL), "applicationId");
    }

    private ApiResponse servicePrincipal(ApiRequest request) {
        return one(request, everyone(Kind.SERVICE_PRINCIPAL), "Service principal");
    }

    private ApiResponse groups(ApiRequest request) {
        return page(request, everyGroup(), "displayName");
    }

    private ApiResponse group(ApiRequest request) {
        return one(request, everyGroup(), "Group");
    }

    private Stream<ScimResource> everyone(Kind kind) {
        ScimResources resources = resources();
        return principals.list(kind).stream().map(resources::of);
    }

    private Stream<ScimResource> everyGroup() {
        ScimResources resources = resources();
        List<Principal> members = Stream.of(Kind.values())
                .flatMap(kind -> principals.list(kind).stream())
                .toList();
        return principals.groups().stream().map(group -> resources.of(group, members));
    }

    private ScimResources resources() {
        return new ScimResources(principals.groups());
    }

    private static ApiResponse one(ApiRequest request, Stream<ScimResource> all, String kind) {
        String id = request.pathParameter("id");
        return ApiResponse.json(all.filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiErrors.doesNotExist("%s with id %s not found.".formatted(kind, id))));
    }

    private static ApiResponse page(ApiRequest request, Stream<ScimResource> all, String nameAttribute) {
        Parameters query = request.query();
        Predicate<ScimResource> filter = query.optionalText("filter")
                .map(text -> ScimFilter.parse(text, nameAttribute))
                .orElse(resource -> true);
        long start = Math.max(1, query.optionalNumber("startIndex").orElse(1));
        long count = Math.max(0, query.optionalNumber("count").orElse(100));
        return ApiResponse.json(ScimPage.of(all.filter(filter).toList(), start, count));
    }
}
