package dev.lakelight.workspace.permission;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.permission.SecuredObject.Implied;
import dev.lakelight.workspace.storage.Database;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Decides who may do what. Administrators may do everything. */
public final class Permissions {

    private final PermissionStore store;

    /** Keep what is given in a database. */
    public Permissions(Database database) {
        this.store = new PermissionStore(database);
    }

    /** Return whether someone may do with an object what a level stands for. */
    public boolean allow(Principal principal, SecuredObject object, PermissionLevel needed) {
        return principal.isAdmin()
                || grants(object)
                        .anyMatch(grant ->
                                grant.isFor(principal) && object.self().type().includes(grant.level(), needed));
    }

    /**
     * Insist on it.
     *
     * @throws dev.lakelight.workspace.api.ApiException when it is not allowed
     */
    public void require(Principal principal, SecuredObject object, PermissionLevel needed) {
        if (!allow(principal, object, needed)) {
            throw ApiErrors.noPermission(
                    principal.name(), needed.name(), object.self().label());
        }
    }

    /** Return the ids of the objects of a type on which someone was given something. */
    public Set<String> reachable(Principal principal, SecurableType type) {
        return store.reachable(principal, type);
    }

    /** Give permissions beside those that were given before. */
    public void add(Securable object, List<Grant> grants) {
        store.add(object, grants);
    }

    /** Let an object have these permissions and no others. */
    public void replace(Securable object, List<Grant> grants) {
        store.replace(object, grants);
    }

    /** Return what was given on the object itself. */
    public List<Grant> direct(Securable object) {
        return store.grants(object);
    }

    private Stream<Grant> grants(SecuredObject object) {
        return Stream.concat(
                object.implied().stream().map(Implied::grant),
                Stream.concat(Stream.of(object.self()), object.ancestors().stream())
                        .flatMap(securable -> store.grants(securable).stream()));
    }
}
