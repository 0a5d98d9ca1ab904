package dev.lakelight.workspace.job.run;

import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.job.store.TerminationCode;
import dev.lakelight.workspace.permission.PermissionLevel;
import dev.lakelight.workspace.tree.TreeObject;
import dev.lakelight.workspace.tree.TreeSecurity;
import dev.lakelight.workspace.tree.WorkspaceTree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What tasks find in the workspace, by the permissions of whom they run as. */
public final class TaskFiles {

    private static final Pattern ELSEWHERE = Pattern.compile("(dbfs:|/dbfs/|/Volumes/|file:).*");

    private final WorkspaceTree tree;
    private final TreeSecurity security;
    private final Path root;

    /** Look for notebooks and files in the tree, whose folder is the root. */
    public TaskFiles(WorkspaceTree tree, TreeSecurity security, Path root) {
        this.tree = tree;
        this.security = security;
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Insist that someone may run a notebook or file; those of DBFS and volumes are open to all. */
    void requireRunnable(String path, String what, Principal runAs) {
        if (ELSEWHERE.matcher(path).matches()) {
            return;
        }

        Optional<TreeObject> found = find(path);

        if (found.isEmpty() || !security.may(runAs, found.get(), PermissionLevel.CAN_RUN)) {
            throw new TaskFailure(
                    TerminationCode.RESOURCE_NOT_FOUND,
                    ("Unable to access the %s \"%s\". Either it does not exist, or the identity used to run this job, %s,"
                                    + " lacks the required permissions.")
                            .formatted(what, path, runAs.name()));
        }
    }

    private Optional<TreeObject> find(String path) {
        try {
            return tree.find(WorkspaceTree.path(path)).filter(object -> !object.isFolder());
        } catch (ApiException e) {
            return Optional.empty();
        }
    }
}
