package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.storage.ObjectPath;
import org.jspecify.annotations.Nullable;

/**
 * A Git folder, as it was asked for. On which commit it is, git knows.
 *
 * @param id that of the object in the workspace, too
 * @param credentialId of the git credential that it was made with; none for the caller's own
 */
record Repo(
        long id,
        ObjectPath path,
        String url,
        String provider,
        @Nullable Long credentialId,
        SparseCone cone) {}
