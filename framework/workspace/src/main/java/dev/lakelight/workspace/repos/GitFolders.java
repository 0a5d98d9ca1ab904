package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.SecretBox;
import dev.lakelight.workspace.tree.TreeSecurity;
import dev.lakelight.workspace.tree.WorkspaceTree;
import java.io.IOException;
import java.util.List;

/** Puts together all that has to do with git. */
public final class GitFolders {

    private final List<Topic> topics;
    private final RunCheckouts checkouts;

    /** Bring the Git folders of a tree into order, and serve them. */
    public GitFolders(Database database, SecretBox box, DurableFiles files, WorkspaceTree tree, TreeSecurity security)
            throws IOException {
        GitCredentialStore credentials = new GitCredentialStore(database, box);
        GitLogins logins = new GitLogins(credentials);
        Repos repos = new Repos(new RepoStore(database), logins, tree, files);
        repos.recover();
        this.checkouts = new RunCheckouts(logins);
        this.topics = List.of(new RepoRoutes(repos, tree, security), new GitCredentialRoutes(credentials));
    }

    /** Return what checks out repositories for runs of jobs. */
    public RunCheckouts checkouts() {
        return checkouts;
    }

    /** Return the operations. */
    public List<Topic> topics() {
        return topics;
    }
}
