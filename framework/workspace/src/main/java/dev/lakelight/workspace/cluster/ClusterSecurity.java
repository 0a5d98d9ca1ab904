package dev.lakelight.workspace.cluster;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.permission.Grant;
import dev.lakelight.workspace.permission.PermissionLevel;
import dev.lakelight.workspace.permission.Permissions;
import dev.lakelight.workspace.permission.Securable;
import dev.lakelight.workspace.permission.SecurableSource;
import dev.lakelight.workspace.permission.SecurableType;
import dev.lakelight.workspace.permission.SecuredObject;
import java.util.List;

/** Who may do what with clusters. Who has made one may do everything with it, and so may administrators. */
public final class ClusterSecurity implements SecurableSource {

    private final ClusterStore store;
    private final Permissions permissions;

    ClusterSecurity(ClusterStore store, Permissions permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    @Override
    public SecuredObject find(SecurableType type, String id) {
        return secured(store.cluster(id));
    }

    private static SecuredObject secured(ClusterRecord cluster) {
        Securable self = new Securable(SecurableType.CLUSTERS, cluster.id(), "cluster " + cluster.id());
        Grant toCreator = Grant.toUser(cluster.creator(), PermissionLevel.CAN_MANAGE);
        return new SecuredObject(self, List.of(), List.of(new SecuredObject.Implied(toCreator, self)));
    }

    /** Insist that someone may do something with a cluster. */
    void require(Principal caller, ClusterRecord cluster, PermissionLevel needed) {
        permissions.require(caller, secured(cluster), needed);
    }

    boolean allows(Principal caller, ClusterRecord cluster, PermissionLevel needed) {
        return permissions.allow(caller, secured(cluster), needed);
    }
}
