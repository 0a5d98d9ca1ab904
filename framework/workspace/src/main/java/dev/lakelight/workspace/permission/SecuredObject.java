package dev.lakelight.workspace.permission;

import java.util.List;

/**
 * An object with all that decides about who may do what with it.
 *
 * @param ancestors those whose permissions it inherits, the nearest first
 * @param implied what is given without anyone saying so, for instance to the owner
 */
public record SecuredObject(Securable self, List<Securable> ancestors, List<Implied> implied) {

    /** Create an object. */
    public SecuredObject {
        ancestors = List.copyOf(ancestors);
        implied = List.copyOf(implied);
    }

    /**
     * A permission that nobody gave.
     *
     * @param origin the object that it comes from: the object itself, or one above
     */
    public record Implied(Grant grant, Securable origin) {}
}
