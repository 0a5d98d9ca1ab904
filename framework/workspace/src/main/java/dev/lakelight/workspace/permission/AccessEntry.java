package dev.lakelight.workspace.permission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one user, service principal or group may do, on the wire: exactly one of the names is there. */
record AccessEntry(
        @Nullable String userName,
        @Nullable String groupName,
        @Nullable String servicePrincipalName,
        String displayName,
        List<PermissionEntry> allPermissions) {

    static AccessEntry of(Grant grant, List<PermissionEntry> permissions) {
        String name = grant.name();
        return switch (grant.grantee()) {
            case USER -> new AccessEntry(name, null, null, name, permissions);
            case GROUP -> new AccessEntry(null, name, null, name, permissions);
            case SERVICE_PRINCIPAL -> new AccessEntry(null, null, name, name, permissions);
        };
    }

    /**
     * One permission.
     *
     * @param inheritedFromObject from where; only when it is inherited
     */
    record PermissionEntry(
            PermissionLevel permissionLevel,
            boolean inherited,
            @Nullable List<String> inheritedFromObject) {

        static PermissionEntry direct(PermissionLevel level) {
            return new PermissionEntry(level, false, null);
        }

        static PermissionEntry inherited(PermissionLevel level, Securable from) {
            return new PermissionEntry(level, true, List.of(from.objectId()));
        }
    }
}
