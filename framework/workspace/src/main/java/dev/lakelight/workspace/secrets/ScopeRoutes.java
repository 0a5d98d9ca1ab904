package dev.lakelight.workspace.secrets;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.secrets.SecretStore.SecretAcl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Scopes, and who may use them. */
public final class ScopeRoutes implements Topic {

    private static final String ROOT = "/api/2.0/secrets";

    private final SecretStore store;
    private final ScopeAccess access;
    private final Predicate<String> isKnown;

    /** Serve scopes; permissions can be given to users and groups that are known. */
    public ScopeRoutes(SecretStore store, Predicate<String> isKnown) {
        this.store = store;
        this.access = new ScopeAccess(store);
        this.isKnown = isKnown;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("secrets")
                .post(ROOT + "/scopes/create", "createScope", this::create)
                .get(ROOT + "/scopes/list", "listScopes", this::list)
                .post(ROOT + "/scopes/delete", "deleteScope", this::delete)
                .post(ROOT + "/acls/put", "putAcl", this::putAcl)
                .get(ROOT + "/acls/get", "getAcl", this::getAcl)
                .get(ROOT + "/acls/list", "listAcls", this::listAcls)
                .post(ROOT + "/acls/delete", "deleteAcl", this::deleteAcl)
                .list();
    }

    private ApiResponse create(ApiRequest request) {
        Parameters parameters = request.parameters();
        String scope = SecretNames.require("scope", parameters.text("scope"));

        if (!parameters.optionalText("scope_backend_type").orElse("DATABRICKS").equals("DATABRICKS")) {
            throw ApiErrors.invalid("The only scope_backend_type of this workspace is DATABRICKS.");
        }

        if (!store.createScope(scope, managers(request.caller(), parameters))) {
            throw ApiErrors.alreadyExists("Scope %s already exists!".formatted(scope));
        }

        return ApiResponse.done();
    }

    private static List<String> managers(Principal caller, Parameters parameters) {
        List<String> managers = new ArrayList<>(List.of(caller.name()));
        parameters
                .optionalText("initial_manage_principal")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> {
                    if (!name.equals(Principal.USERS)) {
                        throw ApiErrors.invalid("The only allowed initial_manage_principal is 'users'.");
                    }
                    managers.add(name);
                });
        return managers;
    }

    private ApiResponse list(ApiRequest request) {
        List<Map<String, String>> scopes = store.scopes().stream()
                .filter(scope -> access.allows(request.caller(), scope, SecretPermission.READ))
                .map(scope -> Map.of("name", scope, "backend_type", "DATABRICKS"))
                .toList();
        return scopes.isEmpty() ? ApiResponse.done() : ApiResponse.json(Map.of("scopes", scopes));
    }

    private ApiResponse delete(ApiRequest request) {
        store.deleteScope(access.require(request, SecretPermission.MANAGE));
        return ApiResponse.done();
    }

    private ApiResponse putAcl(ApiRequest request) {
        String scope = access.require(request, SecretPermission.MANAGE);
        Parameters parameters = request.parameters();
        String principal = parameters.text("principal");
        SecretPermission permission = parameters
                .constant("permission", SecretPermission.class)
                .orElseThrow(() -> ApiErrors.missingParameter("permission"));

        if (!isKnown.test(principal)) {
            throw ApiErrors.doesNotExist("User or Group %s does not exist.".formatted(principal));
        }

        store.putAcl(scope, new SecretAcl(principal, permission));
        return ApiResponse.done();
    }

    private ApiResponse getAcl(ApiRequest request) {
        String scope = access.require(request, SecretPermission.MANAGE);
        String principal = request.parameters().text("principal");
        return ApiResponse.json(store.acls(scope).stream()
                .filter(acl -> acl.principal().equals(principal))
                .findFirst()
                .orElseThrow(() -> noAcl(scope, principal)));
    }

    private ApiResponse listAcls(ApiRequest request) {
        List<SecretAcl> acls = store.acls(access.require(request, SecretPermission.MANAGE));
        return acls.isEmpty() ? ApiResponse.done() : ApiResponse.json(Map.of("items", acls));
    }

    private ApiResponse deleteAcl(ApiRequest request) {
        String scope = access.require(request, SecretPermission.MANAGE);
        String principal = request.parameters().text("principal");

        if (!store.deleteAcl(scope, principal)) {
            throw noAcl(scope, principal);
        }

        return ApiResponse.done();
    }

    private static RuntimeException noAcl(String scope, String principal) {
        return ApiErrors.doesNotExist("ACL for %s of scope %s does not exist.".formatted(principal, scope));
    }
}
