package dev.lakelight.workspace.permission;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.permission.AccessEntry.PermissionEntry;
import dev.lakelight.workspace.permission.SecuredObject.Implied;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everyone who has permissions on an object, with all of them, on the wire. */
record AccessList(String objectId, String objectType, List<AccessEntry> accessControlList) {

    static AccessList of(SecuredObject object, Permissions permissions) {
        Map<String, List<Entry>> byGrantee = new LinkedHashMap<>();
        all(object, permissions)
                .forEach(entry -> byGrantee
                        .computeIfAbsent(entry.grant().grantee() + entry.grant().name(), key -> new ArrayList<>())
                        .add(entry));
        List<AccessEntry> entries = byGrantee.values().stream()
                .map(list -> AccessEntry.of(
                        list.get(0).grant(),
                        list.stream().map(Entry::permission).toList()))
                .toList();
        return new AccessList(object.self().objectId(), object.self().type().singular(), entries);
    }

    private static List<Entry> all(SecuredObject object, Permissions permissions) {
        List<Entry> entries = new ArrayList<>();
        permissions.direct(object.self()).forEach(grant -> entries.add(Entry.on(object.self(), grant, object.self())));
        object.implied().forEach(implied -> entries.add(entry(implied, object.self())));
        object.ancestors()
                .forEach(ancestor -> permissions
                        .direct(ancestor)
                        .forEach(grant -> entries.add(Entry.on(ancestor, grant, object.self()))));
        Grant admins = Grant.toGroup(Principal.ADMINS, PermissionLevel.CAN_MANAGE);
        Securable top = object.ancestors().isEmpty()
                ? object.self()
                : object.ancestors().get(object.ancestors().size() - 1);
        entries.add(Entry.on(top, admins, object.self()));
        return entries;
    }

    private static Entry entry(Implied implied, Securable self) {
        return Entry.on(implied.origin(), implied.grant(), self);
    }

    private record Entry(Grant grant, PermissionEntry permission) {

        static Entry on(Securable origin, Grant grant, Securable self) {
            return new Entry(
                    grant,
                    origin.equals(self)
                            ? PermissionEntry.direct(grant.level())
                            : PermissionEntry.inherited(grant.level(), origin));
        }
    }
}
