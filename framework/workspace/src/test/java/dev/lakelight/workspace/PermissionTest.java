package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.iam.AccessControlRequest;
import com.databricks.sdk.service.iam.ObjectPermissions;
import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.iam.SetObjectPermissions;
import com.databricks.sdk.service.iam.UpdateObjectPermissions;
import com.databricks.sdk.service.workspace.Delete;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Permissions on what is in the workspace. */
class PermissionTest {

    private final WorkspaceClient owner = RunningWorkspace.user();
    private final WorkspaceClient other = RunningWorkspace.other();
    private final String folder = "/Users/%s/%s".formatted(RunningWorkspace.USER, UUID.randomUUID());

    @BeforeEach
    void makeFolder() {
        owner.workspace().mkdirs(folder + "/inner");
    }

    private String idOf(String path) {
        return String.valueOf(owner.workspace().getStatus(path).getObjectId());
    }

    private static AccessControlRequest forOther(PermissionLevel level) {
        return new AccessControlRequest().setUserName(RunningWorkspace.OTHER).setPermissionLevel(level);
    }

    private ObjectPermissions give(PermissionLevel level) {
        return owner.permissions()
                .update(new UpdateObjectPermissions()
                        .setRequestObjectType("directories")
                        .setRequestObjectId(idOf(folder))
                        .setAccessControlList(List.of(forOther(level))));
    }

    @Test
    void opensAFolderAndWhatIsInIt() {
        assertThatThrownBy(() -> other.workspace().getStatus(folder + "/inner")).isInstanceOf(PermissionDenied.class);

        ObjectPermissions given = give(PermissionLevel.CAN_READ);

        assertThat(given.getObjectId()).isEqualTo("/directories/" + idOf(folder));
        assertThat(given.getObjectType()).isEqualTo("directory");
        assertThat(other.workspace().getStatus(folder + "/inner")).isNotNull();
        assertThatThrownBy(() -> other.workspace().mkdirs(folder + "/more")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> other.workspace().delete(new Delete().setPath(folder + "/inner")))
                .isInstanceOf(PermissionDenied.class);
        assertThat(owner.permissions()
                        .get("directories", idOf(folder + "/inner"))
                        .getAccessControlList())
                .anySatisfy(entry -> {
                    assertThat(entry.getUserName()).isEqualTo(RunningWorkspace.OTHER);
                    assertThat(entry.getAllPermissions()).allSatisfy(permission -> {
                        assertThat(permission.getInherited()).isTrue();
                        assertThat(permission.getInheritedFromObject()).containsExactly("/directories/" + idOf(folder));
                    });
                });
    }

    @Test
    void letsOthersChangeWhatTheyMayEdit() {
        give(PermissionLevel.CAN_EDIT);

        other.workspace().mkdirs(folder + "/more");

        assertThat(owner.workspace().getStatus(folder + "/more")).isNotNull();
        assertThatThrownBy(() -> other.permissions()
                        .update(new UpdateObjectPermissions()
                                .setRequestObjectType("directories")
                                .setRequestObjectId(idOf(folder))
                                .setAccessControlList(List.of(forOther(PermissionLevel.CAN_MANAGE)))))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void takesPermissionsBackWhenTheyAreReplaced() {
        give(PermissionLevel.CAN_MANAGE);

        owner.permissions()
                .set(new SetObjectPermissions()
                        .setRequestObjectType("directories")
                        .setRequestObjectId(idOf(folder))
                        .setAccessControlList(List.of()));

        assertThatThrownBy(() -> other.workspace().getStatus(folder)).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void forgetsPermissionsWithTheObject() {
        give(PermissionLevel.CAN_MANAGE);
        String id = idOf(folder);
        owner.workspace().delete(new Delete().setPath(folder).setRecursive(true));

        owner.workspace().mkdirs(folder);

        assertThat(idOf(folder)).isNotEqualTo(id);
        assertThatThrownBy(() -> other.workspace().getStatus(folder)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> owner.permissions().get("directories", id)).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesWhomItDoesNotKnowAndLevelsThatFoldersDoNotHave() {
        assertThatThrownBy(() -> owner.permissions()
                        .update(new UpdateObjectPermissions()
                                .setRequestObjectType("directories")
                                .setRequestObjectId(idOf(folder))
                                .setAccessControlList(List.of(new AccessControlRequest()
                                        .setUserName("nobody")
                                        .setPermissionLevel(PermissionLevel.CAN_READ)))))
                .isInstanceOf(NotFound.class)
                .hasMessage("Principal nobody does not exist.");
        assertThatThrownBy(() -> give(PermissionLevel.CAN_RESTART))
                .hasMessage(
                        "Field 'permission_level' is 'CAN_RESTART', but must be one of CAN_READ, CAN_RUN, CAN_EDIT, CAN_MANAGE.");
    }

    @Test
    void listsLevels() {
        assertThat(owner.permissions()
                        .getPermissionLevels("directories", idOf(folder))
                        .getPermissionLevels())
                .extracting("permissionLevel")
                .containsExactly(
                        PermissionLevel.CAN_READ,
                        PermissionLevel.CAN_RUN,
                        PermissionLevel.CAN_EDIT,
                        PermissionLevel.CAN_MANAGE);
    }
}
