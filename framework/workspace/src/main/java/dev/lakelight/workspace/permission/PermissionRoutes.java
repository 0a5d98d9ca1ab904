package dev.lakelight.workspace.permission;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads and gives permissions on the objects of all types that have a source. */
public final class PermissionRoutes implements Topic {

    private static final String OBJECT = "/api/2.0/permissions/%s/{id}";

    private final Permissions permissions;
    private final AccessRequest accessRequest;
    private final Map<SecurableType, SecurableSource> sources;

    /** Serve the types that have a source here; others have no routes. */
    public PermissionRoutes(
            Permissions permissions, AccessRequest accessRequest, Map<SecurableType, SecurableSource> sources) {
        this.permissions = permissions;
        this.accessRequest = accessRequest;
        this.sources = Map.copyOf(sources);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        sources.forEach((type, source) -> routes.addAll(new OfType(type, source).routes()));
        return routes;
    }

    private final class OfType implements Topic {

        private final SecurableType type;
        private final SecurableSource source;

        private OfType(SecurableType type, SecurableSource source) {
            this.type = type;
            this.source = source;
        }

        @Override
        public List<Route> routes() {
            String object = OBJECT.formatted(type.plural());
            return Routes.of("iamPermissions")
                    .get(object, "getPermissions", this::get)
                    .get(object + "/permissionLevels", "getPermissionLevels", this::levels)
                    .put(object, "setPermissions", this::set)
                    .patch(object, "updatePermissions", this::update)
                    .list();
        }

        private ApiResponse get(ApiRequest request) {
            return ApiResponse.json(AccessList.of(object(request, type.levels().get(0)), permissions));
        }

        private ApiResponse levels(ApiRequest request) {
            SecuredObject unused = object(request, type.levels().get(0));
            return ApiResponse.json(Map.of(
                    "permission_levels",
                    type.levels().stream()
                            .map(level -> Map.of("permission_level", level, "description", description(level)))
                            .toList()));
        }

        private String description(PermissionLevel level) {
            int index = type.levels().indexOf(level);
            String what = "%s on the %s".formatted(level, type.singular());
            return index == 0 ? what : what + ", and all of " + type.levels().get(index - 1);
        }

        private ApiResponse set(ApiRequest request) {
            SecuredObject object = object(request, PermissionLevel.CAN_MANAGE);
            List<Grant> grants = accessRequest.read(request.parameters(), type);

            if (type.levels().contains(PermissionLevel.IS_OWNER) && !hasOwner(grants)) {
                throw noOneOwner();
            }

            requireOneOwner(grants);
            permissions.replace(object.self(), grants);
            return ApiResponse.json(AccessList.of(object, permissions));
        }

        private ApiResponse update(ApiRequest request) {
            SecuredObject object = object(request, PermissionLevel.CAN_MANAGE);
            List<Grant> grants = accessRequest.read(request.parameters(), type);
            requireOneOwner(grants);
            List<Grant> all = new ArrayList<>(permissions.direct(object.self()));
            all.removeIf(grant -> hasOwner(grants) && grant.level() == PermissionLevel.IS_OWNER);
            all.addAll(grants);
            permissions.replace(object.self(), all);
            return ApiResponse.json(AccessList.of(object, permissions));
        }

        private static boolean hasOwner(List<Grant> grants) {
            return grants.stream().anyMatch(grant -> grant.level() == PermissionLevel.IS_OWNER);
        }

        private void requireOneOwner(List<Grant> grants) {
            long owners = grants.stream()
                    .filter(grant -> grant.level() == PermissionLevel.IS_OWNER)
                    .count();

            if (owners > 1) {
                throw noOneOwner();
            }
        }

        private ApiException noOneOwner() {
            return ApiErrors.invalid("The %s must have exactly one owner.".formatted(type.singular()));
        }

        private SecuredObject object(ApiRequest request, PermissionLevel needed) {
            SecuredObject object = source.find(type, request.pathParameter("id"));
            permissions.require(request.caller(), object, needed);
            return object;
        }
    }
}
