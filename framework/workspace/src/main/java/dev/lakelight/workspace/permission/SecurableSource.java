package dev.lakelight.workspace.permission;

/** Knows the objects of some types. */
@FunctionalInterface
public interface SecurableSource {

    /**
     * Return an object.
     *
     * @throws dev.lakelight.workspace.api.ApiException when there is none of that type with that id
     */
    SecuredObject find(SecurableType type, String id);
}
