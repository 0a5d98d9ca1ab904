package dev.lakelight.workspace.permission;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.permission.Grant.Grantee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the permissions that a request gives. */
public final class AccessRequest {

    private final Predicate<Grant> isKnown;

    /** Accept users, service principals and groups that this knows. */
    public AccessRequest(Predicate<Grant> isKnown) {
        this.isKnown = isKnown;
    }

    /**
     * Read the field {@code access_control_list}, which may be missing.
     *
     * @throws dev.lakelight.workspace.api.ApiException when it names nobody, somebody unknown, or a level that objects of the type
     *     do not have
     */
    public List<Grant> read(Parameters parameters, SecurableType type) {
        List<Grant> grants = new ArrayList<>();
        parameters.objects("access_control_list").forEach(entry -> grants.add(grant(entry, type)));
        return grants;
    }

    private Grant grant(Parameters entry, SecurableType type) {
        PermissionLevel level = entry.constant("permission_level", PermissionLevel.class)
                .filter(type.levels()::contains)
                .orElseThrow(() -> ApiErrors.unknownConstant(
                        "permission_level",
                        entry.optionalText("permission_level").orElse(""),
                        type.levels().stream().map(Enum::name).toList()));
        Grant grant = named(entry, "user_name", Grantee.USER, level)
                .or(() -> named(entry, "group_name", Grantee.GROUP, level))
                .or(() -> named(entry, "service_principal_name", Grantee.SERVICE_PRINCIPAL, level))
                .orElseThrow(() -> ApiErrors.invalid(
                        "An entry of access_control_list needs one of user_name, group_name, service_principal_name."));

        if (!isKnown.test(grant)) {
            throw ApiErrors.doesNotExist("Principal %s does not exist.".formatted(grant.name()));
        }

        return grant;
    }

    private static Optional<Grant> named(Parameters entry, String field, Grantee grantee, PermissionLevel level) {
        return entry.optionalText(field).map(name -> new Grant(grantee, name, level));
    }
}
