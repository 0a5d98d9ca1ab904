package dev.lakelight.workspace.permission;

import dev.lakelight.workspace.api.Principal;

/** A level of permission that someone has. */
public record Grant(Grantee grantee, String name, PermissionLevel level) {

    /** Return what a user or service principal is given. */
    public static Grant to(Principal principal, PermissionLevel level) {
        Grantee grantee = principal.kind() == Principal.Kind.USER ? Grantee.USER : Grantee.SERVICE_PRINCIPAL;
        return new Grant(grantee, principal.name(), level);
    }

    /** Return what a user is given. */
    public static Grant toUser(String name, PermissionLevel level) {
        return new Grant(Grantee.USER, name, level);
    }

    /** Return what all members of a group are given. */
    public static Grant toGroup(String name, PermissionLevel level) {
        return new Grant(Grantee.GROUP, name, level);
    }

    /** Return whether it is for someone. */
    public boolean isFor(Principal principal) {
        return switch (grantee) {
            case GROUP -> principal.groups().contains(name);
            case USER, SERVICE_PRINCIPAL -> principal.name().equals(name);
        };
    }

    /** Whom a permission can be given to. */
    public enum Grantee {
        USER,
        SERVICE_PRINCIPAL,
        GROUP
    }
}
