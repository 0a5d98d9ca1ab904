package dev.lakelight.workspace.tree;

import dev.lakelight.workspace.permission.SecurableType;

/** What it is, by the names that clients know. */
public enum ObjectType {
    NOTEBOOK(SecurableType.NOTEBOOKS),
    DIRECTORY(SecurableType.DIRECTORIES),
    FILE(SecurableType.FILES),
    REPO(SecurableType.REPOS);

    private final SecurableType securable;

    ObjectType(SecurableType securable) {
        this.securable = securable;
    }

    /** Return how permissions call it. */
    public SecurableType securable() {
        return securable;
    }
}
