/** Git folders: clones in the workspace that follow branches and tags of their remotes. */
@NullMarked
package dev.lakelight.workspace.repos;

import org.jspecify.annotations.NullMarked;
