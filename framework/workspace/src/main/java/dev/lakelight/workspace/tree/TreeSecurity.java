package dev.lakelight.workspace.tree;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.permission.Grant;
import dev.lakelight.workspace.permission.PermissionLevel;
import dev.lakelight.workspace.permission.Permissions;
import dev.lakelight.workspace.permission.Securable;
import dev.lakelight.workspace.permission.SecurableSource;
import dev.lakelight.workspace.permission.SecurableType;
import dev.lakelight.workspace.permission.SecuredObject;
import dev.lakelight.workspace.permission.SecuredObject.Implied;
import dev.lakelight.workspace.storage.ObjectPath;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in the workspace: users in their own folders everything, everyone in the shared folder everything, and elsewhere
 * what was given, on the object or a folder above it.
 */
public final class TreeSecurity implements SecurableSource {

    /** Folders that hold one of each user. */
    private static final Set<String> HOMES = Set.of("Users", "Repos");

    private static final String SHARED = "Shared";

    private final WorkspaceTree tree;
    private final Permissions permissions;

    /** Decide by these permissions. */
    public TreeSecurity(WorkspaceTree tree, Permissions permissions) {
        this.tree = tree;
        this.permissions = permissions;
    }

    /** Return the folders that are always there. */
    public static List<ObjectPath> roots() {
        return List.of("/Users", "/Repos", "/Shared").stream()
                .map(ObjectPath::parse)
                .toList();
    }

    /** Return the folders of a user. */
    public static List<ObjectPath> homes(String user) {
        return List.of(
                ObjectPath.ROOT.child("Users").child(user),
                ObjectPath.ROOT.child("Repos").child(user));
    }

    /** Return whether a folder has to stay where it is. */
    public static boolean isFixed(ObjectPath path) {
        return path.isRoot()
                || roots().contains(path)
                || (path.names().size() == 2 && path.names().get(0).equals("Users"));
    }

    /** Insist that a caller may do something with an object. */
    public void require(Principal caller, TreeObject object, PermissionLevel needed) {
        if (!caller.isAdmin() && !isOwn(caller, object.path())) {
            permissions.require(caller, secured(object), needed);
        }
    }

    /** Insist that a caller may put something into the nearest folder that there is, going upwards from a path. */
    public void requireCreation(Principal caller, ObjectPath path) {
        TreeObject folder = path.parent().withAncestors().stream()
                .flatMap(above -> tree.find(above).stream())
                .findFirst()
                .orElseThrow(() -> ApiErrors.noSuchPath("/"));

        if (!isOwn(caller, path)) {
            require(caller, folder, PermissionLevel.CAN_EDIT);
        }
    }

    /** Return what a caller may see of the objects in a folder. */
    public List<TreeObject> visible(Principal caller, TreeObject folder, List<TreeObject> children) {
        if (caller.isAdmin()
                || isOwn(caller, folder.path())
                || (folder.path().names().size() > 1 && may(caller, folder, PermissionLevel.CAN_READ))) {
            return children;
        }

        return children.stream()
                .filter(child -> may(caller, child, PermissionLevel.CAN_READ))
                .toList();
    }

    /** Return whether a caller may do something with an object. */
    public boolean may(Principal caller, TreeObject object, PermissionLevel needed) {
        return caller.isAdmin() || isOwn(caller, object.path()) || permissions.allow(caller, secured(object), needed);
    }

    private static boolean isOwn(Principal caller, ObjectPath path) {
        return path.names().size() > 1
                && HOMES.contains(path.names().get(0))
                && path.names().get(1).equals(caller.name());
    }

    @Override
    public SecuredObject find(SecurableType type, String id) {
        ObjectPath path = tree.ids().path(number(id)).orElseThrow(() -> notFound(type, id));
        return tree.find(path)
                .filter(object -> object.type().securable() == type)
                .map(this::secured)
                .orElseThrow(() -> notFound(type, id));
    }

    private static RuntimeException notFound(SecurableType type, String id) {
        return ApiErrors.doesNotExist("%s with id %s does not exist.".formatted(type.singular(), id));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw ApiErrors.wrongType("id", "a whole number");
        }
    }

    private SecuredObject secured(TreeObject object) {
        Securable self = securable(object);
        List<Securable> ancestors = object.path().isRoot()
                ? List.of()
                : object.path().parent().withAncestors().stream()
                        .flatMap(path -> tree.find(path).stream())
                        .map(this::securable)
                        .toList();
        @Nullable Implied implied = implied(object.path());
        return new SecuredObject(self, ancestors, implied == null ? List.of() : List.of(implied));
    }

    private Securable securable(TreeObject object) {
        String id = String.valueOf(tree.ids().of(object.path()).id());
        return new Securable(object.type().securable(), id, object.path().toString());
    }

    private @Nullable Implied implied(ObjectPath path) {
        List<String> names = path.names();

        if (names.size() > 1 && HOMES.contains(names.get(0))) {
            Grant grant = Grant.toUser(names.get(1), PermissionLevel.CAN_MANAGE);
            return new Implied(grant, top(path, 2));
        }

        if (!names.isEmpty() && names.get(0).equals(SHARED)) {
            return new Implied(Grant.toGroup(Principal.USERS, PermissionLevel.CAN_MANAGE), top(path, 1));
        }

        return names.isEmpty() || (names.size() == 1 && HOMES.contains(names.get(0)))
                ? new Implied(Grant.toGroup(Principal.USERS, PermissionLevel.CAN_READ), top(path, names.size()))
                : null;
    }

    private Securable top(ObjectPath path, int length) {
        return securable(tree.get(new ObjectPath(path.names().subList(0, length))));
    }
}
