package dev.lakelight.workspace.secrets;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.Principal;

/** Who may do what with scopes. Administrators may do everything. */
final class ScopeAccess {

    private final SecretStore store;

    ScopeAccess(SecretStore store) {
        this.store = store;
    }

    /** Return the scope that a request names, when its caller may do this with it. */
    String require(ApiRequest request, SecretPermission needed) {
        String scope = request.parameters().text("scope");

        if (!store.hasScope(scope)) {
            throw ApiErrors.doesNotExist("Scope %s does not exist!".formatted(scope));
        }

        if (!allows(request.caller(), scope, needed)) {
            throw ApiErrors.noPermission(request.caller().name(), needed.name(), "scope " + scope);
        }

        return scope;
    }

    boolean allows(Principal caller, String scope, SecretPermission needed) {
        return caller.isAdmin()
                || store.acls(scope).stream()
                        .filter(acl -> acl.principal().equals(caller.name())
                                || caller.groups().contains(acl.principal()))
                        .anyMatch(acl -> acl.permission().compareTo(needed) >= 0);
    }
}
