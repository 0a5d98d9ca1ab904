package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Principal.Kind;
import dev.lakelight.workspace.identity.PrincipalStore.Group;
import dev.lakelight.workspace.identity.ScimResource.Name;
import dev.lakelight.workspace.identity.ScimResource.Reference;
import java.util.List;

/** Describes principals and groups on the wire. */
final class ScimResources {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
    private static final String WORKSPACE_USER = "urn:ietf:params:scim:schemas:extension:workspace:2.0:User";

    private final List<Group> groups;

    ScimResources(List<Group> groups) {
        this.groups = groups;
    }

    ScimResource of(Principal principal) {
        return principal.kind() == Kind.USER ? user(principal) : servicePrincipal(principal);
    }

    private ScimResource user(Principal user) {
        Reference email = new Reference(null, user.name(), "work", true, null);
        return new ScimResource(
                List.of(CORE + "User", WORKSPACE_USER),
                String.valueOf(user.id()),
                user.name(),
                null,
                user.displayName(),
                true,
                name(user.displayName()),
                List.of(email),
                groupsOf(user),
                null,
                entitlements());
    }

    private ScimResource servicePrincipal(Principal principal) {
        return new ScimResource(
                List.of(CORE + "ServicePrincipal"),
                String.valueOf(principal.id()),
                // The current user is read as a user, whatever it is.
                principal.name(),
                principal.name(),
                principal.displayName(),
                true,
                null,
                null,
                groupsOf(principal),
                null,
                entitlements());
    }

    ScimResource of(Group group, List<Principal> everyone) {
        List<Reference> members = everyone.stream()
                .filter(principal -> principal.groups().contains(group.name()))
                .map(ScimResources::member)
                .toList();
        return new ScimResource(
                List.of(CORE + "Group"),
                String.valueOf(group.id()),
                null,
                null,
                group.name(),
                null,
                null,
                null,
                List.of(),
                members,
                entitlements());
    }

    private static Name name(String displayName) {
        int space = displayName.lastIndexOf(' ');
        return space < 0
                ? new Name(displayName, "")
                : new Name(displayName.substring(0, space), displayName.substring(space + 1));
    }

    private List<Reference> groupsOf(Principal principal) {
        return groups.stream()
                .filter(group -> principal.groups().contains(group.name()))
                .map(group ->
                        new Reference(group.name(), String.valueOf(group.id()), "direct", null, "Groups/" + group.id()))
                .toList();
    }

    private static Reference member(Principal principal) {
        String folder = principal.kind() == Kind.USER ? "Users/" : "ServicePrincipals/";
        return new Reference(
                principal.displayName(), String.valueOf(principal.id()), null, null, folder + principal.id());
    }

    private static List<Reference> entitlements() {
        return List.of(Reference.toValue("workspace-access"), Reference.toValue("databricks-sql-access"));
    }
}
